/** The command line: one command per class. */
package nl.wegwijzer.cli;
