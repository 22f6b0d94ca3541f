package nl.wegwijzer.statistics;

import nl.wegwijzer.text.Text;

/** An entry of one of the small lists: an organisation, topic, unit or flag, by id and in words. */
public record Term(String id, Text text) {
}
