/** The page for caseworkers: all questions, all verdicts and the reasoning side by side. */
package nl.wegwijzer.desk;
