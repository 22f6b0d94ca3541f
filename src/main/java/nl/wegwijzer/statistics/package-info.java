/** Every number of the report: read from {@code data/}, checked, drawn and given away, each with its caveats. */
package nl.wegwijzer.statistics;
