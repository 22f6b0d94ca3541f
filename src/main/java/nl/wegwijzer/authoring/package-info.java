/** Pages for rule authors: everything the authors wrote, in words and pictures, and a place to try cases. Read-only. */
package nl.wegwijzer.authoring;
