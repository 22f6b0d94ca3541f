package nl.wegwijzer.forms;

import java.util.Map;
import nl.wegwijzer.text.Text;

/**
 * A country, or having none: code, names, and what {@code data/countries.csv} says about it.
 *
 * @param properties column name to {@code Boolean} (a column of yes and no) or {@code String}
 */
public record Country(String code, Text name, Map<String, Object> properties) {}
