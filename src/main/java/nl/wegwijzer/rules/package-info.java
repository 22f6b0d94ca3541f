/** From DRL text to a checked rule set, and from answers to what the rules conclude; alone in knowing Drools. */
package nl.wegwijzer.rules;
