package nl.wegwijzer.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Country;
import nl.wegwijzer.forms.Question;

/** Makes random cases, close to the terms and thresholds that rules tend to have; the same seed gives the same cases. */
public final class RandomCases {

  private static final int[] NUMBERS = {0, 1, 2, 3, 4, 5, 12, 14, 17, 18, 19, 20, 21, 22, 28, 30, 31, 50, 90};
  private static final int[] DAYS = {0, 1, 27, 28, 29, 88, 89, 90, 91, 92, 93, 98, 99, 180, 183, 365, 366, 1095, 1096,
      1461, 1825, 1826, 1827};

  private final Knowledge knowledge;
  private final List<String> goals;
  private final List<Country> countries;
  private final Random random;

  public RandomCases(Knowledge knowledge, long seed) {
    this.knowledge = knowledge;
    this.goals = List.copyOf(knowledge.forms().goals());
    this.countries = List.copyOf(knowledge.forms().countries().all());
    this.random = new Random(seed);
  }

  /**
   * Sends random cases through Drools and the lifted rules.
   *
   * @param conclusions that are looked at, as far as somebody is told of them
   * @throws IllegalStateException at the first case about which they differ
   */
  public void check(int cases, Set<String> conclusions) {
    Set<String> told = new LinkedHashSet<>(knowledge.advisor().demanded(goals));
    told.retainAll(conclusions);
    Stream.generate(this::next).limit(told.isEmpty() ? 0 : cases).toList().parallelStream().forEach(given ->
        knowledge.engine().evaluate(told, given.on(), given.answers()));
  }

  /** A case with all goals, in which each question is answered, unknown or open. */
  public Case next() {
    double answered = random.nextDouble();
    LocalDate on = LocalDate.of(2022, 12, 1).plusDays(random.nextInt(900));
    Map<String, Answer> answers = new LinkedHashMap<>();
    List<LocalDate> dates = new ArrayList<>(List.of(on));
    knowledge.forms().questions().values().forEach(question -> {
      if (random.nextDouble() < answered) {
        answers.put(question.id(), random.nextInt(12) == 0 ? Answer.DONT_KNOW : answer(question, dates));
      }
    });
    return new Case(on, goals, answers);
  }

  /** A case that differs from another in the reference date or a few answers. */
  public Case near(Case other) {
    LocalDate on = other.on().plusDays(random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0);
    Map<String, Answer> answers = new LinkedHashMap<>(other.answers());
    List<LocalDate> dates = List.of(on, on.minusMonths(1), on.minusYears(1));
    answers.replaceAll((id, given) -> random.nextInt(10) > 0 ? given
        : random.nextBoolean() && given instanceof Answer.Date date ? new Answer.Date(date.date().plusDays(1))
        : answer(knowledge.forms().question(id), new ArrayList<>(dates)));
    return new Case(on, other.goals(), answers);
  }

  Answer answer(Question question, List<LocalDate> dates) {
    return switch (question.type()) {
      case YES_NO -> new Answer.YesNo(random.nextBoolean());
      case CHOICE -> new Answer.Choice(question.options().get(random.nextInt(question.options().size())).id());
      case CHOICES -> new Answer.Choices(question.options().stream().map(Question.Option::id)
          .filter(option -> random.nextInt(3) == 0).toList());
      case NUMBER -> new Answer.Number(NUMBERS[random.nextInt(NUMBERS.length)]);
      case DATE -> {
        LocalDate base = dates.get(random.nextInt(dates.size()));
        int days = DAYS[random.nextInt(DAYS.length)];
        LocalDate date = random.nextInt(4) == 0 ? base.plusDays(days) : base.minusDays(days);
        dates.add(date);
        yield new Answer.Date(date);
      }
      case COUNTRY -> new Answer.Country(countries.get(random.nextInt(countries.size())));
      case PERIOD -> random.nextBoolean()
          ? new Answer.Period(1 + random.nextInt(14), Answer.Period.Unit.MONTHS)
          : new Answer.Period(DAYS[1 + random.nextInt(DAYS.length - 1)], Answer.Period.Unit.DAYS);
    };
  }
}
