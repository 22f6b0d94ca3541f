/** The command line: serve, check, advise. */
package nl.wegwijzer.cli;
