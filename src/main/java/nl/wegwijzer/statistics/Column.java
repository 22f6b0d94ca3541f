package nl.wegwijzer.statistics;

import java.util.List;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/**
 * A column of a figure.
 *
 * @param path the headers above the column, from top to bottom
 * @param unit id of a unit; cells may have their own
 */
public record Column(String id, List<Text> path, String unit, Role role) {

  public String label(Language language) {
    return Labels.join(path, language);
  }
}
