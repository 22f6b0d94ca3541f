/** What is proven about the rules: paths, coverage, mutants, and the impact of a change. */
package nl.wegwijzer.proof;
