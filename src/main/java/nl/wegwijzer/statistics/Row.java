package nl.wegwijzer.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/**
 * A row of a figure.
 *
 * @param line the line of the report that prints it
 * @param path the labels before the row, from outer to inner
 * @param period the period the row is about; empty when that is the period of the figure
 * @param cells by column id; an empty cell is absent
 */
public record Row(String id, int line, List<Text> path, String period, Role role, Map<String, Cell> cells) {

  public String label(Language language) {
    return Labels.join(path, language);
  }

  public Optional<Cell> cell(String column) {
    return Optional.ofNullable(cells.get(column));
  }
}
