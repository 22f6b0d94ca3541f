package nl.wegwijzer.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.statistics.Comparison;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Observation;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Term;
import nl.wegwijzer.statistics.Vocabulary;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Sections;

/** Says in words where a number of the report comes from, when it was, and how it changed. */
public final class Telling {

  private final Vocabulary vocabulary;
  private final Sections sections;
  private final Wording wording;
  private final Language language;

  public Telling(Here here) {
    this.vocabulary = here.knowledge().statistics().vocabulary();
    this.sections = here.knowledge().sections();
    this.wording = here.wording();
    this.language = here.language();
  }

  /** The address of the page with the whole figure. */
  public static String address(Figure figure, Language language) {
    return index(language) + "/" + figure.id();
  }

  public static String address(Statement statement, Language language) {
    return index(language) + (language == Language.NL ? "/uitspraak/" : "/statement/") + statement.id();
  }

  /** The address of the page that lists all figures. */
  public static String index(Language language) {
    return language == Language.NL ? "/nl/cijfers" : "/en/figures";
  }

  /** A period in words; empty when the report names none. */
  public String period(String period) {
    if (period.isBlank() || period.equals("-")) {
      return "";
    }
    if (period.contains("/")) {
      return span(period.split("/"));
    }
    return period.matches("\\d{4}-\\d{4}") ? span(period.split("-")) : moment(period);
  }

  private String span(String[] ends) {
    return wording.text("stats-period-span", Map.of("first", moment(ends[0]), "last", moment(ends[1])));
  }

  private String moment(String moment) {
    if (moment.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return wording.date(LocalDate.parse(moment));
    }
    if (moment.matches("\\d{4}-\\d{2}")) {
      return DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()).format(YearMonth.parse(moment));
    }
    if (moment.matches("\\d{4}-I{1,2}")) {
      String key = moment.endsWith("II") ? "stats-period-second-half" : "stats-period-first-half";
      return wording.text(key, Map.of("year", moment.substring(0, 4)));
    }
    return moment;
  }

  public String organisations(List<String> ids) {
    return ids.stream().map(id -> word(vocabulary.organisations(), id)).collect(Collectors.joining("; "));
  }

  public String unit(String id) {
    return word(vocabulary.units(), id);
  }

  /** A section of the report by its name, with the lines in it. */
  public String place(String section, int... lines) {
    int[] sorted = Arrays.stream(lines).sorted().toArray();
    int first = sorted[0];
    int last = sorted[sorted.length - 1];
    return wording.text(first == last ? "stats-place" : "stats-place-lines", Map.of("section", section(section),
        "line", String.valueOf(first), "last", String.valueOf(last)));
  }

  public String section(String id) {
    return sections.find(id).map(found -> found.name().in(language)).orElse(id);
  }

  /** What the number counts: its labels but for the year. */
  public String what(Observation seen) {
    return Stream.concat(seen.row().path().stream(), seen.column().path().stream()).map(text -> text.in(language))
        .filter(label -> !label.isEmpty() && !label.matches("(19|20)\\d{2}")).distinct()
        .collect(Collectors.joining(", "));
  }

  /** How a number changed since the year before: as printed, or else computed and marked so. */
  public String change(Comparison comparison) {
    Map<String, String> words = new HashMap<>(Map.of("period", period(comparison.before().period())));
    Optional<String> printed = printedChange(comparison);
    Optional<String> computed = computedChange(comparison);
    words.put("change", printed.or(() -> computed).orElse(""));
    words.put("computed", computed.orElse(""));
    String key = printed.isPresent() ? computed.isPresent() ? "stats-change-contradicted" : "stats-change-printed"
        : "stats-change-computed";
    return printed.isEmpty() && computed.isEmpty() ? "" : wording.text(key, words);
  }

  /** The change that the report prints; empty when it prints none. */
  public Optional<String> printedChange(Comparison comparison) {
    return comparison.printedChange().map(change -> change.written(language));
  }

  /** The change that follows from the printed numbers, where that must be shown, with its sign. */
  public Optional<String> computedChange(Comparison comparison) {
    boolean points = comparison.now().cell().unit().equals("percent");
    return comparison.computedChange().map(change -> points
        ? wording.text("stats-change-points", Map.of("n", signed(change))) : signed(change) + "%");
  }

  /** A plain number of the data as people of the language write it; any other text stays as it is. */
  public String number(String plain) {
    return plain.matches("-?\\d+(\\.\\d+)?") ? number(new BigDecimal(plain)) : plain;
  }

  private String signed(BigDecimal change) {
    return (change.signum() > 0 ? "+" : "") + number(change);
  }

  private String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(6);
    return format.format(value).replace('-', '\u2212');
  }

  private String word(Map<String, Term> terms, String id) {
    return Vocabulary.text(terms, id).in(language);
  }
}
