package nl.wegwijzer.statistics;

import java.util.List;
import java.util.stream.Collectors;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/** Joins the levels of a header to one label. */
final class Labels {

  private Labels() {
  }

  static String join(List<Text> path, Language language) {
    return path.stream().map(text -> text.in(language)).filter(label -> !label.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
