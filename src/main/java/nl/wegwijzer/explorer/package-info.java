/** The numbers of the report for readers: find a figure or a statement, see it whole, and take it along. */
package nl.wegwijzer.explorer;
