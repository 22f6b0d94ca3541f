package nl.wegwijzer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.Project;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.RandomCases;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;

/** What the API says about an advice. */
class AdviceJsonTest {

  private final Knowledge knowledge = Project.knowledge();

  @Test
  void everyWrongAnswerCarriesWhatWasRequiredAndTheSource() {
    RandomCases cases = new RandomCases(knowledge, 8);
    int seen = 0;
    for (int n = 0; n < 200; n++) {
      Advice advice = knowledge.advisor().advise(cases.next());
      Map<?, ?> json = (Map<?, ?>) new AdviceJson(knowledge.forms(), Language.EN).of(advice);
      for (Object goal : (List<?>) json.get("goals")) {
        List<Map<?, ?>> wrong = new ArrayList<>();
        wrongAnswers(((Map<?, ?>) goal).get("failed"), wrong);
        wrong.forEach(failure -> {
          assertThat((String) failure.get("source")).contains("De Staat van Migratie 2024");
          assertThat((String) failure.get("required")).isNotBlank();
          assertThat(failure.get("given")).as("what was given to " + failure.get("question")).isNotNull();
        });
        seen += wrong.size();
      }
    }
    assertThat(seen).isPositive();
  }

  private static void wrongAnswers(Object json, List<Map<?, ?>> found) {
    if (json instanceof List<?> list) {
      list.forEach(element -> wrongAnswers(element, found));
    } else if (json instanceof Map<?, ?> map) {
      if (map.containsKey("question")) {
        found.add(map);
      }
      map.values().forEach(value -> wrongAnswers(value, found));
    }
  }

  @Test
  void countriesAndPeriodsAreRequiredInWords() {
    Case german = new Case(LocalDate.of(2024, 5, 15), List.of("NonEuNational"),
        Map.of("Nationality", (Answer) knowledge.forms().questions().get("Nationality")
            .read("DE", LocalDate.of(2024, 5, 15))));
    Map<?, ?> json = (Map<?, ?>) new AdviceJson(knowledge.forms(), Language.NL).of(knowledge.advisor().advise(german));
    assertThat(json.toString()).contains("een ander EU-land").doesNotContain("dutch, eu");
  }
}
