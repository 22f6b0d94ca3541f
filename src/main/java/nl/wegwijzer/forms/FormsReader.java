package nl.wegwijzer.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Text;
import nl.wegwijzer.text.YamlNode;

/** Reads {@code forms/*.yaml} and reports everything that is wrong with them at once. */
public final class FormsReader {

  private static final List<String> AUDIENCES = List.of("migrant", "family", "employer");
  private static final List<String> CONVENTIONS = List.of("days", "weeks", "months", "years", "anniversary");
  private static final String ID = "[A-Z][A-Za-z0-9]*";
  private static final String OPTION = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Countries countries;
  private final Map<String, Journey> journeys = new LinkedHashMap<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Conclusion> conclusions = new LinkedHashMap<>();
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<String, Text> texts = new LinkedHashMap<>();
  private final List<Runnable> crossChecks = new ArrayList<>();

  private FormsReader(Countries countries) {
    this.countries = countries;
  }

  /**
   * Reads all forms.
   *
   * @param files content by project path
   */
  public static Forms read(Map<String, String> files, Countries countries, Problems problems) {
    FormsReader reader = new FormsReader(countries);
    files.forEach((file, content) -> YamlNode.parse(file, content, problems).ifPresent(reader::file));
    reader.crossChecks.forEach(Runnable::run);
    Map<String, Journey> journeys = new LinkedHashMap<>();
    reader.journeys.values().stream().sorted(Comparator.comparingInt(Journey::order).thenComparing(Journey::id))
        .forEach(journey -> journeys.put(journey.id(), journey));
    return new Forms(journeys, reader.questions, reader.conclusions, reader.outcomes, reader.texts, countries);
  }

  private void file(YamlNode root) {
    PlainWords.check(root);
    root.map(List.of("journeys", "questions", "conclusions", "outcomes", "texts"));
    root.get("journeys").ifPresent(node -> section(node, ID, journeys, this::journey));
    root.get("questions").ifPresent(node -> section(node, ID, questions, this::question));
    root.get("conclusions").ifPresent(node -> section(node, ID, conclusions, this::conclusion));
    root.get("outcomes").ifPresent(node -> section(node, ID, outcomes, this::outcome));
    root.get("texts").ifPresent(node -> section(node, OPTION, texts, (id, text) -> text.text()));
  }

  private <T> void section(YamlNode node, String shape, Map<String, T> into, BiFunction<String, YamlNode, T> reader) {
    node.map().forEach((id, entry) -> {
      if (!id.matches(shape)) {
        entry.problem("'" + id + "' is not a name that can be used here",
            shape.equals(ID) ? "write names LikeThis: letters and digits, first one a capital" : "write names like-this");
      }
      boolean known = into.containsKey(id);
      if (into.put(id, reader.apply(id, entry)) != null || known) {
        entry.problem("'" + id + "' is defined in two places", "keep one of the two");
      }
    });
  }

  private Journey journey(String id, YamlNode node) {
    node.map(List.of("order", "slug", "title", "summary", "audience", "goals", "alternatives", "options",
        "follow"));
    List<String> goals = names(node, "goals", outcomes, "outcome");
    if (goals.isEmpty()) {
      node.problem("this journey has no goals", "add goals: [ConclusionName, …]");
    }
    List<String> audience = node.require("audience").map(YamlNode::strings).orElse(List.of());
    node.get("audience").map(YamlNode::list).orElse(List.of()).stream()
        .filter(who -> !AUDIENCES.contains(who.string())).forEach(who -> who.problem(
            "unknown audience '" + who.string() + "'", Problems.didYouMean(who.string(), AUDIENCES)));
    Text slug = text(node, "slug");
    YamlNode address = node.get("slug").orElse(node);
    if (!slug.nl().matches(OPTION) || !slug.en().matches(OPTION)) {
      address.problem("the slug is part of a web address", "use small letters, digits and hyphens only");
    }
    journeys.values().forEach(other -> {
      if (other.slug().nl().equals(slug.nl()) || other.slug().en().equals(slug.en())) {
        address.problem("the slug '" + (other.slug().nl().equals(slug.nl()) ? slug.nl() : slug.en())
            + "' is used twice", "'" + other.id() + "' has it already");
      }
    });
    int order = node.get("order").flatMap(this::whole).orElse(1000);
    return new Journey(id, order, slug, text(node, "title"), text(node, "summary"), audience, goals,
        alternatives(node, goals), offered(node), names(node, "follow", journeys, "journey"), node.file(), node.line());
  }

  private static List<String> alternatives(YamlNode node, List<String> goals) {
    Optional<YamlNode> list = node.get("alternatives");
    list.ifPresent(names -> {
      names.list().stream().filter(name -> !goals.contains(name.string())).forEach(name -> name.problem(
          "'" + name.string() + "' is not a goal of this journey", Problems.didYouMean(name.string(), goals)));
      if (names.list().size() < 2) {
        names.problemOfKey("one goal alone has no alternative",
            "name the goals of which a person wants one: [One, Another]");
      }
    });
    return list.map(YamlNode::strings).orElse(List.of());
  }

  /** The options of shared questions that a journey offers. */
  private Map<String, List<String>> offered(YamlNode node) {
    Map<String, List<String>> offered = new LinkedHashMap<>();
    node.get("options").ifPresent(entries -> entries.map().forEach((id, list) -> {
      offered.put(id, list.strings());
      crossChecks.add(() -> checkOffered(id, list));
    }));
    return offered;
  }

  private void checkOffered(String id, YamlNode list) {
    Question question = questions.get(id);
    if (question == null) {
      list.problemOfKey("no question '" + id + "'", Problems.didYouMean(id, questions.keySet()));
      return;
    }
    List<String> options = question.options().stream().map(Question.Option::id).toList();
    if (options.isEmpty()) {
      list.problemOfKey("the question '" + id + "' has no options to choose from", "name a choice question");
    } else if (list.list().isEmpty()) {
      list.problemOfKey("no option of '" + id + "' is offered", "name those that fit this journey: [one, another]");
    } else {
      list.list().stream().filter(option -> !options.contains(option.string())).forEach(option -> option.problem(
          "the question '" + id + "' has no option '" + option.string() + "'",
          Problems.didYouMean(option.string(), options)));
    }
  }

  private Question question(String id, YamlNode node) {
    node.map(List.of("type", "ask", "label", "hint", "why", "dontKnow", "options", "min", "max", "unit", "notInFuture"));
    Optional<Question.Type> known = node.require("type").flatMap(this::type);
    if (known.isEmpty()) {
      node.doubt(id);
    }
    Question.Type type = known.orElse(Question.Type.YES_NO);
    List<Question.Option> options = new ArrayList<>();
    boolean choice = type == Question.Type.CHOICE || type == Question.Type.CHOICES;
    if (choice) {
      node.require("options").ifPresent(list -> {
        list.map().forEach((option, entry) -> options.add(option(option, entry)));
        if (options.isEmpty()) {
          list.problem("this question has no options", "write each on a line of its own: option: {nl: \"…\", en: \"…\"}");
          list.doubt(id);
        }
      });
    } else if (known.isPresent()) {
      node.get("options").ifPresent(list -> list.problem("only a choice has options", "set type: choice"));
    }
    return new Question(id, type, text(node, "ask"), text(node, "label"), node.get("hint").map(YamlNode::text),
        node.get("why").map(YamlNode::text), node.get("dontKnow").map(YamlNode::bool).orElse(true),
        List.copyOf(options), range(node, type), type == Question.Type.COUNTRY ? countries : new Countries(),
        node.file(), node.line());
  }

  private Optional<Question.Type> type(YamlNode node) {
    List<String> words = new ArrayList<>();
    for (Question.Type type : Question.Type.values()) {
      if (type.word().equals(node.string())) {
        return Optional.of(type);
      }
      words.add(type.word());
    }
    node.problem("unknown question type '" + node.string() + "'", Problems.didYouMean(node.string(), words));
    return Optional.empty();
  }

  private Question.Option option(String id, YamlNode node) {
    if (!id.matches(OPTION) || id.equals("unknown")) {
      node.problem("'" + id + "' cannot be the name of an option", "write names like-this; 'unknown' is always possible");
    }
    node.map(List.of("nl", "en", "hint", "explain"));
    return new Question.Option(id, new Text(string(node, "nl"), string(node, "en")),
        node.get("hint").map(YamlNode::text), node.get("explain").map(YamlNode::text),
        node.line());
  }

  private Question.Range range(YamlNode node, Question.Type type) {
    boolean date = type == Question.Type.DATE;
    List<String> bounds = switch (type) {
      case NUMBER -> List.of("min", "max", "unit");
      case DATE -> List.of("min", "max", "notInFuture");
      case PERIOD -> List.of("max");
      default -> List.of();
    };
    List.of("min", "max", "unit", "notInFuture").stream().filter(key -> !bounds.contains(key)).forEach(key ->
        node.get(key).ifPresent(bound -> bound.problemOfKey("a " + type.word() + " question has no '" + key + "'",
            bounds.isEmpty() ? "remove it" : "possible here: " + String.join(", ", bounds))));
    Question.Range range = read(node, date);
    boolean upsideDown = range.min().isPresent() && range.max().isPresent() && range.max().get() < range.min().get()
        || range.from().isPresent() && range.until().isPresent() && range.until().get().isBefore(range.from().get());
    if (upsideDown) {
      node.get("max").orElseThrow().problemOfKey("the largest is smaller than the smallest", "exchange min and max");
    }
    return range;
  }

  private Question.Range read(YamlNode node, boolean date) {
    return new Question.Range(
        date ? Optional.empty() : node.get("min").flatMap(this::whole), date ? Optional.empty() : node.get("max").flatMap(this::whole),
        date ? node.get("min").flatMap(this::day) : Optional.empty(), date ? node.get("max").flatMap(this::day) : Optional.empty(),
        node.get("notInFuture").map(YamlNode::bool).orElse(false), node.get("unit").map(YamlNode::text).orElse(Text.EMPTY));
  }

  private Optional<Integer> whole(YamlNode node) {
    try {
      return Optional.of(Integer.valueOf(node.string()));
    } catch (NumberFormatException e) {
      node.problem("'" + node.string() + "' is not a whole number", "");
      return Optional.empty();
    }
  }

  private Optional<LocalDate> day(YamlNode node) {
    try {
      return Optional.of(LocalDate.parse(node.string()));
    } catch (RuntimeException e) {
      node.problem("'" + node.string() + "' is not a date", "write a date like 2024-05-15");
      return Optional.empty();
    }
  }

  private Conclusion conclusion(String id, YamlNode node) {
    crossChecks.add(() -> {
      if (questions.containsKey(id)) {
        node.problem("'" + id + "' is a question and a conclusion", "give one of the two another name");
      }
    });
    node.map(List.of("label", "met", "notMet", "open", "deadline", "contradiction"));
    Optional<Conclusion.DeadlineNote> deadline = node.get("deadline").map(entry -> {
      entry.map(List.of("countedFrom", "convention", "field"));
      String convention = string(entry, "convention");
      if (!CONVENTIONS.contains(convention)) {
        entry.get("convention").orElse(entry).problem("unknown counting convention '" + convention + "'", Problems.didYouMean(convention, CONVENTIONS));
      }
      String from = string(entry, "countedFrom");
      crossChecks.add(() -> {
        if (!questions.containsKey(from) && !conclusions.containsKey(from)) {
          entry.get("countedFrom").orElse(entry).problem("no question or conclusion '" + from + "'", Problems.didYouMean(from, questions.keySet()));
        }
      });
      return new Conclusion.DeadlineNote(from, convention, entry.get("field").map(YamlNode::string).orElse("date"));
    });
    return new Conclusion(id, text(node, "label"), text(node, "met"), text(node, "notMet"), text(node, "open"),
        deadline, node.get("contradiction").map(YamlNode::bool).orElse(false), node.file(), node.line());
  }

  private Outcome outcome(String id, YamlNode node) {
    node.map(List.of("topic", "yes", "no", "open", "unsettled", "authority", "details", "statistics", "follow"));
    crossChecks.add(() -> {
      if (!conclusions.containsKey(id)) {
        node.problem("no conclusion '" + id + "' for this outcome", Problems.didYouMean(id, conclusions.keySet()));
      }
    });
    Outcome.Said nothing = new Outcome.Said(Text.EMPTY, List.of(), List.of());
    return new Outcome(id, text(node, "topic"), node.require("yes").map(this::said).orElse(nothing),
        node.require("no").map(this::said).orElse(nothing), node.require("open").map(this::said).orElse(nothing),
        node.get("unsettled").map(this::said), node.get("authority").map(this::authority),
        names(node, "details", conclusions, "conclusion"),
        node.get("statistics").map(YamlNode::strings).orElse(List.of()),
        names(node, "follow", journeys, "journey"), node.file(), node.line());
  }

  private Outcome.Said said(YamlNode node) {
    node.map(List.of("headline", "now", "documents"));
    return new Outcome.Said(text(node, "headline"), texts(node, "now"), texts(node, "documents"));
  }

  private Outcome.Authority authority(YamlNode node) {
    node.map(List.of("who", "contact"));
    return new Outcome.Authority(text(node, "who"), node.get("contact").map(YamlNode::text));
  }

  /** Ids that must exist once every file is read. */
  private List<String> names(YamlNode node, String key, Map<String, ?> known, String kind) {
    Optional<YamlNode> list = node.get(key);
    list.ifPresent(names -> crossChecks.add(() -> names.list().forEach(name -> {
      if (!known.containsKey(name.string())) {
        name.problem("no " + kind + " '" + name.string() + "'", name.string().matches("\\S+[ ,].*")
            ? "write several as a list: [One, Another]" : kind.equals("outcome") && conclusions.containsKey(name.string())
            ? "this conclusion has no outcome yet; add it under outcomes:"
            : Problems.didYouMean(name.string(), known.keySet()));
      }
    })));
    return list.map(YamlNode::strings).orElse(List.of());
  }

  private static Text text(YamlNode node, String key) {
    return node.require(key).map(YamlNode::text).orElse(Text.EMPTY);
  }

  private static List<Text> texts(YamlNode node, String key) {
    return node.get(key).map(list -> list.list().stream().map(YamlNode::text).toList()).orElse(List.of());
  }

  private static String string(YamlNode node, String key) {
    return node.require(key).map(YamlNode::string).orElse("");
  }
}
