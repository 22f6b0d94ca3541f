package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.wegwijzer.Project;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import org.junit.jupiter.api.Test;

/** Somebody who walks every journey and answers everything, at length: it must fit in the cookie, and come back. */
class LongestVisitTest {

  private static final LocalDate ON = LocalDate.of(2024, 5, 15);
  private static final Instant NOW = Instant.parse("2024-05-15T10:00:00Z");

  @Test
  void everyAnswerToEveryQuestionFitsInTheCookie() {
    Forms forms = Project.knowledge().forms();
    Map<String, Answer> answers = new LinkedHashMap<>();
    Random random = new Random(7);
    forms.questions().values().forEach(question ->
        answers.put(question.id(), (Answer) longest(question, random)));
    assertThat(answers).hasSameSizeAs(forms.questions());
    String journey = forms.journeys().keySet().stream().max(Comparator.comparing(String::length)).orElseThrow();
    String changed = forms.questions().keySet().stream().max(Comparator.comparing(String::length)).orElseThrow();
    Visit visit = new Visit(journey, Optional.of(ON), answers,
        Optional.of(new Visit.Change(changed, answers.get(changed))));
    Seal seal = new Seal(List.of(new AnswerKeys.Key(new byte[32])));
    String token = seal.close(VisitText.write(visit), NOW).orElseThrow();
    // Half of what a cookie may be: room for twice as many questions.
    assertThat(token.length()).isLessThan(Seal.MAX_TOKEN / 2);
    VisitText.Read read = VisitText.read(seal.open(token, NOW).orElseThrow(), forms, ON);
    assertThat(read.dropped()).isFalse();
    assertThat(read.visit()).isEqualTo(visit);
  }

  /** Random days do not compress, so they stand in for the worst that people can answer. */
  private static Reading longest(Question question, Random random) {
    return question.read(switch (question.type()) {
      case YES_NO -> random.nextBoolean() ? "yes" : "no";
      case CHOICE -> question.options().stream().map(Question.Option::id)
          .max(Comparator.comparing(String::length)).orElseThrow();
      case CHOICES -> question.options().stream().map(Question.Option::id).toList();
      case NUMBER -> String.valueOf(question.range().max().orElse(99));
      case DATE -> ON.minusDays(random.nextInt(3000)).toString();
      case COUNTRY -> "SY";
      case PERIOD -> "P" + (100 + random.nextInt(800)) + "D";
    }, ON);
  }
}
