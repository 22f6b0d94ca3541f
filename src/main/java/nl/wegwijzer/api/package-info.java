/** HTTP API v1, for programs. */
package nl.wegwijzer.api;
