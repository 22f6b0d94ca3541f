/** Loads, checks and swaps rules, forms and data as one immutable whole. */
package nl.wegwijzer.knowledge;
