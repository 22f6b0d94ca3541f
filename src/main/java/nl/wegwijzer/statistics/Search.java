package nl.wegwijzer.statistics;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/** Finds figures and statements by the words in them, whatever their case and accents. */
public final class Search {

  /** What was found, in the order of the report. */
  public record Hits(List<Figure> figures, List<Statement> statements) {
  }

  private final Vocabulary vocabulary;
  private final Map<Language, Map<Figure, String>> figures = new EnumMap<>(Language.class);
  private final Map<Language, Map<Statement, String>> statements = new EnumMap<>(Language.class);

  Search(Vocabulary vocabulary, Collection<Figure> figures, Collection<Statement> statements) {
    this.vocabulary = vocabulary;
    for (Language language : Language.values()) {
      Map<Figure, String> wordsOfFigures = new LinkedHashMap<>();
      figures.forEach(figure -> wordsOfFigures.put(figure, normal(words(figure, language))));
      this.figures.put(language, wordsOfFigures);
      Map<Statement, String> wordsOfStatements = new LinkedHashMap<>();
      statements.forEach(statement -> wordsOfStatements.put(statement, normal(words(statement, language))));
      this.statements.put(language, wordsOfStatements);
    }
  }

  Hits find(String text, Language language) {
    List<Predicate<String>> words = Stream.of(normal(text).strip().split("\\s+")).map(Search::word).toList();
    return new Hits(holding(figures.get(language), words), holding(statements.get(language), words));
  }

  /** A number is looked for as a whole; any other word also as a part. */
  private static Predicate<String> word(String word) {
    return word.matches("\\d+") ? Pattern.compile("(?<!\\d)" + word + "(?!\\d)").asPredicate()
        : text -> text.contains(word);
  }

  private static <T> List<T> holding(Map<T, String> texts, List<Predicate<String>> words) {
    return texts.entrySet().stream().filter(entry -> words.stream().allMatch(word -> word.test(entry.getValue())))
        .map(Map.Entry::getKey).toList();
  }

  private String words(Figure figure, Language language) {
    String number = language == Language.NL ? "figuur " : "figure ";
    Stream<Text> texts = Stream.of(Stream.of(figure.title(), figure.meaning()),
        figure.columns().stream().flatMap(column -> column.path().stream()),
        figure.rows().stream().flatMap(row -> row.path().stream()),
        figure.topics().stream().map(topic -> Vocabulary.text(vocabulary.topics(), topic)),
        figure.sources().stream().map(source -> Vocabulary.text(vocabulary.organisations(), source)))
        .flatMap(stream -> stream);
    return number + figure.id() + " " + figure.section() + " " + String.join(" ", figure.sources()) + " "
        + texts.map(text -> text.nl() + " " + text.en()).collect(Collectors.joining(" ")) + " "
        + figure.observations().map(seen -> seen.cell().printed()).collect(Collectors.joining(" "));
  }

  private String words(Statement statement, Language language) {
    return statement.text().nl() + " " + statement.text().en() + " " + statement.printed() + " " + statement.section() + " "
        + String.join(" ", statement.sources());
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
        .replaceAll("(?<=\\d)[.,](?=\\d{3}(?!\\d))", "");
  }
}
