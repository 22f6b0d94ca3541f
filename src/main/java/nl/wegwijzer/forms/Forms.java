package nl.wegwijzer.forms;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/** Everything in {@code forms/}, immutable: journeys, questions, conclusions, outcomes and interface texts. */
public record Forms(Map<String, Journey> journeys, Map<String, Question> questions,
    Map<String, Conclusion> conclusions, Map<String, Outcome> outcomes, Map<String, Text> texts,
    Countries countries) {

  private static final String PROPERTY = "property-";

  public Question question(String id) {
    return known(questions, id);
  }

  public Conclusion conclusion(String id) {
    return known(conclusions, id);
  }

  public Outcome outcome(String id) {
    return known(outcomes, id);
  }

  public Text text(String key) {
    return known(texts, key);
  }

  /** Whether a key is that of words of a property. */
  public static boolean isOfProperty(String key) {
    return key.startsWith(PROPERTY);
  }

  /** The key of the words of a property that is true or false: {@code property-mvv-exempt}. */
  public static String wordsOf(String property) {
    return key(PROPERTY + property.replaceAll("([A-Z])", "-$1"));
  }

  /** The key of the words of one value of a property: {@code property-group-third-country}. */
  public static String wordsOf(String property, String value) {
    return key(wordsOf(property) + "-" + value);
  }

  private static String key(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  public Optional<Journey> journey(String id) {
    return Optional.ofNullable(journeys.get(id));
  }

  public Optional<Journey> journeyBySlug(String slug, Language language) {
    return journeys.values().stream().filter(journey -> journey.slug().in(language).equals(slug)).findFirst();
  }

  /** All goals of all journeys, each once, in order. */
  public Collection<String> goals() {
    return journeys.values().stream().flatMap(journey -> journey.goals().stream()).distinct().toList();
  }

  /** Ids of questions and conclusions, which share one space of names. */
  public Stream<String> ids() {
    return Stream.concat(questions.keySet().stream(), conclusions.keySet().stream());
  }

  private static <T> T known(Map<String, T> all, String id) {
    T found = all.get(id);
    if (found == null) {
      throw new IllegalArgumentException("unknown: " + id);
    }
    return found;
  }
}
