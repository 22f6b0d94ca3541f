package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.text.Text;

/** Reads the files of {@code data/statements/} and reports everything that is wrong with them. */
final class StatementReader {

  static final List<String> COLUMNS = List.of("id", "section", "line", "printed", "value", "unit", "period",
      "qualifier", "kind", "source", "repeats", "flags", "nl", "en");

  private final Vocabulary words;

  StatementReader(Vocabulary words) {
    this.words = words;
  }

  Statement read(CsvFile.Line line) {
    if (!line.get("id").matches("[a-z0-9]++(?:-[a-z0-9]++){0,100}")) {
      line.problem("id", "'" + line.get("id") + "' is not an id", "use small letters, digits and hyphens");
    }
    String period = line.get("period").equals("-") ? "" : line.get("period");
    if (!period.isEmpty() && !period.matches(Fields.PERIOD)) {
      line.problem("period", "'" + period + "' is not a period",
          "write 2023, 2022-2023 or 2023-12-31, or leave it empty");
    }
    if (!line.get("repeats").isEmpty() && !line.get("repeats").matches("\\d{1,3}:[^:]+:[^:]+")) {
      line.problem("repeats", "'" + line.get("repeats") + "' is not the address of a cell", "write figure:row:column");
    }
    known(line, "unit", "unit", words.units());
    return new Statement(line.get("id"), line.get("section"), reportLine(line), line.get("printed"), value(line),
        line.get("unit"), period,
        constant(line, "qualifier", Statement.Qualifier.values(), Statement.Qualifier.EXACT),
        constant(line, "kind", Statement.Kind.values(), Statement.Kind.OTHER),
        known(line, "source", "organisation", words.organisations()), line.get("repeats"),
        new LinkedHashSet<>(known(line, "flags", "flag", words.flags())), text(line));
  }

  private int reportLine(CsvFile.Line line) {
    Vocabulary.knows(words.sections().ids(), line.get("section"), "section",
        (message, hint) -> line.problem("section", message, hint));
    if (!line.get("line").matches("\\d{1,6}")) {
      line.problem("line", "'" + line.get("line") + "' is not a line of the report", "write a whole number");
      return 0;
    }
    int number = Integer.parseInt(line.get("line"));
    words.sections().find(line.get("section")).filter(section -> !section.holds(number)).ifPresent(section ->
        line.problem("line", "line " + number + " is not in section " + section.id(),
            "the section runs from line " + section.firstLine() + " to " + section.lastLine()));
    return number;
  }

  private Optional<BigDecimal> value(CsvFile.Line line) {
    String text = line.get("value");
    if (text.isEmpty()) {
      if (!line.get("printed").contains("<")) {
        line.problem("value", "the value is missing", "write it as a plain number with a point, like 0.5");
      }
      return Optional.empty();
    }
    try {
      BigDecimal value = Numbers.parse(text);
      if (!agrees(line.get("printed"), value)) {
        line.problem("value", "the value " + text + " is not what '" + line.get("printed") + "' says",
            "compare the value with the printed text");
      }
      return Optional.of(Numbers.plain(value));
    } catch (NumberFormatException e) {
      line.problem("value", "'" + text + "' is not a value", "write a plain number with a point, like 0.5");
      return Optional.empty();
    }
  }

  /** Whether the digits of the printed text hold the value; numbers in words cannot be compared. */
  private static boolean agrees(String printed, BigDecimal value) {
    return !PrintedNumber.hasDigits(printed) || PrintedNumber.within(printed, value).isPresent();
  }

  private static List<String> known(CsvFile.Line line, String column, String what, Map<String, Term> terms) {
    return line.words(column).stream().filter(word -> Vocabulary.knows(terms.keySet(), word, what,
        (message, hint) -> line.problem(column, message, hint))).toList();
  }

  private static <E extends Enum<E>> E constant(CsvFile.Line line, String column, E[] values, E otherwise) {
    List<String> ids = Arrays.stream(values).map(Figure::idOf).toList();
    return Vocabulary.knows(ids, line.get(column), column, (message, hint) -> line.problem(column, message, hint))
        ? values[ids.indexOf(line.get(column))] : otherwise;
  }

  private static Text text(CsvFile.Line line) {
    for (String column : List.of("nl", "en")) {
      if (line.get(column).isEmpty()) {
        line.problem(column, "the sentence is empty", "every statement is needed in nl and en");
      }
    }
    return new Text(line.get("nl"), line.get("en"));
  }
}
