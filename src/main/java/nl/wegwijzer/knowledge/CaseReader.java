package nl.wegwijzer.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Problems;

/** Reads a case from JSON as it stands in the API contract, and names everything that is wrong with it at once. */
public final class CaseReader {

  private static final List<String> KEYS = List.of("journey", "goals", "on", "language", "answers");

  private final Advisor advisor;
  private final Forms forms;
  private final Map<?, ?> json;
  private final LocalDate today;
  private final List<Mistake> mistakes = new ArrayList<>();

  private CaseReader(Knowledge knowledge, Map<?, ?> json, LocalDate today) {
    this.advisor = knowledge.advisor();
    this.forms = knowledge.forms();
    this.json = json;
    this.today = today;
  }

  /** Something wrong in the input: where (a JSON pointer) and what. */
  public record Mistake(String pointer, String detail) {

    private static final int LONGEST = 200;

    /** What somebody sent, fit to be repeated: not endless, and without characters that hide or turn the text. */
    static String shown(Object sent) {
      String text = String.valueOf(sent);
      return (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
          .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
  }

  /** The case when there are no mistakes. */
  public record ReadCase(Optional<Case> value, Language language, List<Mistake> mistakes) {}

  /**
   * Reads a case.
   *
   * @param today the reference date when the case names none
   */
  public static ReadCase read(Knowledge knowledge, Map<?, ?> json, LocalDate today) {
    return new CaseReader(knowledge, json, today).read();
  }

  private ReadCase read() {
    json.keySet().stream().map(String::valueOf).filter(key -> !KEYS.contains(key))
        .forEach(key -> mistake(step(key), "unknown key '" + Mistake.shown(key) + "'; " + Problems.didYouMean(key, KEYS)));
    Language language = language();
    LocalDate on = on();
    List<String> goals = goals();
    Map<String, Answer> answers = answers(on, language);
    advisor.contradictions(on, answers).forEach(id -> mistake("/answers",
        forms.conclusion(id).met().in(language) + " (" + String.join(", ", advisor.questionsOf(id)) + ")"));
    return new ReadCase(mistakes.isEmpty() ? Optional.of(new Case(on, goals, answers)) : Optional.empty(), language,
        List.copyOf(mistakes));
  }

  private Language language() {
    Object tag = json.get("language");
    if (tag == null) {
      return Language.EN;
    }
    return Language.of(String.valueOf(tag)).orElseGet(() -> {
      mistake("/language", "'" + Mistake.shown(tag) + "' is not a language of Wegwijzer; use nl or en");
      return Language.EN;
    });
  }

  private LocalDate on() {
    Object on = json.get("on");
    if (on == null) {
      return today;
    }
    try {
      LocalDate date = LocalDate.parse(String.valueOf(on));
      if (date.getYear() >= 1900 && date.getYear() <= 2100) {
        return date;
      }
      mistake("/on", "'" + Mistake.shown(on) + "' is not between 1900 and 2100");
    } catch (DateTimeException e) {
      mistake("/on", "'" + Mistake.shown(on) + "' is not a date; write it like 2024-05-15");
    }
    return today;
  }

  private List<String> goals() {
    Set<String> goals = new LinkedHashSet<>();
    Object journey = json.get("journey");
    if (journey != null) {
      forms.journey(String.valueOf(journey)).ifPresentOrElse(found -> goals.addAll(found.goals()),
          () -> mistake("/journey", "there is no journey '" + Mistake.shown(journey) + "'; "
              + Problems.didYouMean(String.valueOf(journey), forms.journeys().keySet())));
    }
    Object named = json.get("goals");
    if (named instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        String goal = String.valueOf(list.get(i));
        if (forms.conclusions().containsKey(goal)) {
          goals.add(goal);
        } else {
          mistake("/goals/" + i, "there is no conclusion '" + Mistake.shown(goal) + "'; "
              + Problems.didYouMean(goal, forms.conclusions().keySet()));
        }
      }
    } else if (named != null) {
      mistake("/goals", "goals must be a list of names");
    }
    if (goals.isEmpty()) {
      goals.addAll(forms.goals());
    }
    return List.copyOf(goals);
  }

  private Map<String, Answer> answers(LocalDate on, Language language) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Object given = json.get("answers");
    if (given instanceof Map<?, ?> map) {
      Wording wording = new Wording(forms, language);
      map.forEach((id, value) -> answer(String.valueOf(id), value, on, wording).ifPresent(
          answer -> answers.put(String.valueOf(id), answer)));
    } else if (given != null) {
      mistake("/answers", "answers must be an object with a value per question");
    }
    return answers;
  }

  private Optional<Answer> answer(String id, Object value, LocalDate on, Wording wording) {
    Question question = forms.questions().get(id);
    if (question == null) {
      mistake("/answers" + step(id), "there is no question '" + Mistake.shown(id) + "'; "
          + Problems.didYouMean(id, forms.questions().keySet()));
      return Optional.empty();
    }
    if (!question.fits(value)) {
      mistake("/answers" + step(id), "an answer to a " + question.type().word() + " question must be "
          + question.type().json());
      return Optional.empty();
    }
    Reading reading = question.read(value, on);
    if (reading instanceof Reading.Rejected rejected) {
      List<String> options = question.options().stream().map(Question.Option::id).toList();
      mistake("/answers" + step(id), wording.rejected(rejected) + (options.isEmpty() ? ""
          : "; possible: " + String.join(", ", options)));
      return Optional.empty();
    }
    return Optional.of((Answer) reading);
  }

  private void mistake(String pointer, String detail) {
    mistakes.add(new Mistake(pointer, detail.strip().replaceAll(";$", "")));
  }

  /** One step of a JSON pointer. */
  private static String step(String key) {
    return "/" + Mistake.shown(key).replace("~", "~0").replace("/", "~1");
  }
}
