package nl.wegwijzer.rules;

/** Where something stands in a DRL file; the first line and column are 1. */
public record Position(int line, int column) {}
