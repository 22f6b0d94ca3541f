/** What every author-facing file needs: texts in two languages, YAML with positions, and problems with a hint. */
package nl.wegwijzer.text;
