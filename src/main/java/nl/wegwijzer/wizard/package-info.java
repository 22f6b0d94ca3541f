/** The pages for citizens: one question at a time, check the answers, read the outcome. */
package nl.wegwijzer.wizard;
