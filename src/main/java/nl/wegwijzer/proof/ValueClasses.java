package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Country;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.proof.DateLinks.Link;
import nl.wegwijzer.proof.DateLinks.Moved;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;

/**
 * The answers that can make a difference: per question one answer of every class that the rules can tell apart.
 *
 * <p>Numbers and periods are cut just before, on and after every number in the rules; countries are grouped by what the
 * rules ask of them; dates stand the day before, on and after every day on which a comparison with another date turns,
 * also where that other date is not known yet. "I don't know" is a class where the form offers it. The classes may be
 * finer than needed, never coarser.
 */
final class ValueClasses {

  /** The day advice is for when no rule tests the calendar: the report's own closing date. */
  private static final LocalDate USUAL = LocalDate.of(2024, 5, 15);
  /** How far unknown dates are followed to still further unknown dates. */
  private static final int REACH = 2;
  /** With more options than this told apart, a multiple choice gets no, one, two or all options. */
  private static final int MOST_SUBSETS = 8;
  /** A leap year and the three years after it hold every calendar relation. */
  private static final int CALENDAR_DAYS = 1461;

  private final Forms forms;
  private final DateLinks links;
  private final Map<String, List<Constraint.Compare>> compared = new HashMap<>();
  private final Set<String> bound = new HashSet<>();
  private final SortedSet<Integer> numbers = new TreeSet<>();
  private final Map<String, List<Answer>> fixed = new ConcurrentHashMap<>();
  private final Map<List<Object>, List<LocalDate>> scanned = new ConcurrentHashMap<>();

  public ValueClasses(Forms forms, RuleSet rules, Collection<String> goals) {
    this(forms, List.of(rules), goals);
  }

  /** Classes fine enough for several versions of the rules. */
  ValueClasses(Forms forms, List<RuleSet> versions, Collection<String> goals) {
    this.forms = forms;
    this.links = new DateLinks();
    versions.forEach(rules -> {
      links.addAll(rules, goals);
      rules.closure(goals).forEach(id -> rules.rulesFor(id).forEach(this::collect));
    });
    forms.questions().values().forEach(this::linkRange);
  }

  private void collect(Rule rule) {
    Parts.literals(rule, Integer.class, numbers::add);
    for (Condition condition : rule.conditions()) {
      if (!(condition instanceof Condition.OfAnswer)) {
        continue;
      }
      for (Constraint constraint : condition.constraints()) {
        if (constraint instanceof Constraint.Compare compare) {
          compared.computeIfAbsent(condition.id(), id -> new ArrayList<>()).add(compare);
        } else {
          bound.add(condition.id());
        }
      }
    }
  }

  private void linkRange(Question question) {
    if (question.type() == Question.Type.DATE) {
      Moved own = Moved.answer(question.id());
      if (question.range().notInFuture()) {
        links.add(own, Moved.answer(RuleSet.REFERENCE_DATE));
      }
      question.range().from().ifPresent(day -> links.add(own, Moved.fixed(day)));
      question.range().until().ifPresent(day -> links.add(own, Moved.fixed(day)));
    }
  }

  /** One reference date of every class that the rules tell apart by a fixed day. */
  public List<LocalDate> referenceDates() {
    SortedSet<LocalDate> days = new TreeSet<>(List.of(USUAL));
    links.of(RuleSet.REFERENCE_DATE).forEach(link -> {
      if (link.other().question() == null) {
        LocalDate day = link.own().firstReaching(link.other().from(link.other().day()));
        days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
      }
    });
    return List.copyOf(days);
  }

  /** One answer of every class, given the reference date and the answers so far. */
  public List<Answer> answers(String id, LocalDate on, Map<String, Answer> given) {
    Question question = forms.question(id);
    if (question.type() == Question.Type.DATE) {
      List<Answer> answers = new ArrayList<>();
      dates(id, on, given).forEach(date -> add(answers, question, new Answer.Date(date), on));
      return withUnknown(question, answers);
    }
    return fixed.computeIfAbsent(id, key -> {
      List<Answer> answers = new ArrayList<>();
      candidates(question).forEach(answer -> add(answers, question, answer, on));
      return withUnknown(question, answers);
    });
  }

  /** One answer of some class, far faster than all of them; empty when no class happens to fit. */
  Optional<Answer> any(String id, LocalDate on, Map<String, Answer> given, Random random) {
    Question question = forms.question(id);
    if (question.type() != Question.Type.DATE) {
      List<Answer> all = answers(id, on, given);
      int known = question.dontKnow() ? all.size() - 1 : all.size();
      return known == 0 ? Optional.empty() : Optional.of(all.get(random.nextInt(known)));
    }
    List<Link> known = new ArrayList<>();
    for (Link link : links.of(id)) {
      if (day(link.other(), on, given) != null) {
        known.add(link);
      }
    }
    LocalDate date = on.minusDays(random.nextInt(400));
    if (!known.isEmpty() && random.nextInt(8) > 0) {
      Link link = known.get(random.nextInt(known.size()));
      date = link.own().firstReaching(link.other().from(day(link.other(), on, given))).plusDays(random.nextInt(4) - 1);
    }
    Answer answer = new Answer.Date(date);
    return question.read(answer.toJson(), on) instanceof Answer ? Optional.of(answer) : Optional.empty();
  }

  private static LocalDate day(Moved moved, LocalDate on, Map<String, Answer> given) {
    if (moved.question() == null) {
      return moved.day();
    }
    if (moved.question().equals(RuleSet.REFERENCE_DATE)) {
      return on;
    }
    return given.get(moved.question()) instanceof Answer.Date date ? date.date() : null;
  }

  private static List<Answer> withUnknown(Question question, List<Answer> answers) {
    if (question.dontKnow()) {
      answers.add(Answer.DONT_KNOW);
    }
    return answers;
  }

  /** Adds what the form would accept. */
  private static void add(List<Answer> answers, Question question, Answer answer, LocalDate on) {
    if (question.read(answer.toJson(), on) instanceof Answer) {
      answers.add(answer);
    }
  }

  private List<Answer> candidates(Question question) {
    return switch (question.type()) {
      case YES_NO -> List.of(new Answer.YesNo(true), new Answer.YesNo(false));
      case CHOICE -> question.options().stream().<Answer>map(option -> new Answer.Choice(option.id())).toList();
      case CHOICES -> subsets(question);
      case NUMBER -> amounts(question).stream().<Answer>map(Answer.Number::new).toList();
      case PERIOD -> {
        List<Answer> periods = new ArrayList<>();
        for (Answer.Period.Unit unit : Answer.Period.Unit.values()) {
          amounts(question).forEach(amount -> periods.add(new Answer.Period(amount, unit)));
        }
        yield periods;
      }
      case COUNTRY -> countries(question);
      case DATE -> throw new IllegalStateException("dates depend on the answers so far");
    };
  }

  private SortedSet<Integer> amounts(Question question) {
    SortedSet<Integer> cuts = new TreeSet<>();
    if (bound.contains(question.id())) {
      cuts.addAll(numbers);
    }
    compared.getOrDefault(question.id(), List.of()).forEach(compare ->
        compare.values().forEach(value -> Parts.literals(value, Integer.class, cuts::add)));
    SortedSet<Integer> amounts = new TreeSet<>();
    cuts.forEach(cut -> amounts.addAll(List.of(cut - 1, cut, cut + 1)));
    question.range().min().ifPresent(amounts::add);
    if (question.type() == Question.Type.NUMBER) {
      question.range().max().ifPresent(amounts::add);
    }
    if (amounts.isEmpty()) {
      amounts.add(1);
    }
    return amounts;
  }

  private List<Answer> countries(Question question) {
    List<Constraint.Compare> tests = compared.getOrDefault(question.id(), List.of()).stream()
        .filter(Constraint.Compare::isFixed).toList();
    Map<List<Boolean>, Answer> classes = new LinkedHashMap<>();
    for (Country country : question.countries().all()) {
      Answer answer = new Answer.Country(country);
      classes.putIfAbsent(tests.stream().map(test -> test.holds(answer)).toList(), answer);
    }
    return List.copyOf(classes.values());
  }

  private List<Answer> subsets(Question question) {
    Set<String> told = new LinkedHashSet<>();
    compared.getOrDefault(question.id(), List.of()).forEach(compare ->
        compare.values().forEach(value -> Parts.literals(value, String.class, told::add)));
    List<String> options = question.options().stream().map(Question.Option::id).filter(told::contains).toList();
    Set<List<String>> subsets = new LinkedHashSet<>();
    if (options.size() <= MOST_SUBSETS) {
      for (int bits = 0; bits < 1 << options.size(); bits++) {
        int chosen = bits;
        subsets.add(options.stream().filter(option -> (chosen >> options.indexOf(option) & 1) == 1).toList());
      }
    } else {
      subsets.add(List.of());
      options.forEach(one -> options.forEach(other -> subsets.add(options.stream()
          .filter(option -> option.equals(one) || option.equals(other)).toList())));
      subsets.add(options);
    }
    return subsets.stream().<Answer>map(Answer.Choices::new).toList();
  }

  private List<LocalDate> dates(String id, LocalDate on, Map<String, Answer> given) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days(id, on, given, REACH, new HashSet<>(), days);
    if (days.isEmpty()) {
      days.add(on.minusDays(40));
    }
    Set<Moved> moves = new LinkedHashSet<>();
    links.of(id).forEach(link -> moves.add(link.own()));
    boolean mixed = moves.size() > 1 && moves.stream().anyMatch(move -> move.steps().stream()
        .anyMatch(DateLinks.Step::byCalendar));
    return mixed ? scanned.computeIfAbsent(List.of(id, List.copyOf(days)), key -> scan(moves, days))
        : List.copyOf(days);
  }

  /** The day before, on and after every day at which some comparison with this date turns. */
  private void days(String id, LocalDate on, Map<String, Answer> given, int reach, Set<String> path,
      SortedSet<LocalDate> days) {
    path.add(id);
    for (Link link : links.of(id)) {
      Moved other = link.other();
      LocalDate known = day(other, on, given);
      if (known != null) {
        around(link, known, days);
      } else if (reach > 0 && !given.containsKey(other.question()) && !path.contains(other.question())) {
        SortedSet<LocalDate> beyond = new TreeSet<>();
        days(other.question(), on, given, reach - 1, path, beyond);
        beyond.forEach(day -> around(link, day, days));
      }
    }
    path.remove(id);
  }

  private static void around(Link link, LocalDate other, SortedSet<LocalDate> days) {
    LocalDate target = link.other().from(other);
    LocalDate first = link.own().firstReaching(target);
    days.add(first.minusDays(1));
    days.add(first);
    LocalDate past = first;
    while (!link.own().from(past).isAfter(target)) {
      past = past.plusDays(1);
    }
    days.add(past);
  }

  /** Adds days for which terms in days and terms in months end in another order, in every stretch between the days. */
  private static List<LocalDate> scan(Set<Moved> moves, SortedSet<LocalDate> days) {
    Map<String, LocalDate> classes = new LinkedHashMap<>();
    days.forEach(day -> classes.put(relations(day, moves, days), day));
    LocalDate end = days.last().plusDays(CALENDAR_DAYS);
    for (LocalDate day = days.first().minusDays(CALENDAR_DAYS); !day.isAfter(end); day = day.plusDays(1)) {
      classes.putIfAbsent(relations(day, moves, days), day);
    }
    return List.copyOf(new TreeSet<>(classes.values()));
  }

  private static String relations(LocalDate day, Set<Moved> moves, SortedSet<LocalDate> days) {
    StringBuilder relations = new StringBuilder();
    relations.append(days.headSet(day).size()).append(days.contains(day) ? '=' : '<');
    for (Moved one : moves) {
      for (Moved other : moves) {
        relations.append((char) ('1' + Integer.signum(one.from(day).compareTo(other.from(day)))));
      }
    }
    return relations.toString();
  }
}
