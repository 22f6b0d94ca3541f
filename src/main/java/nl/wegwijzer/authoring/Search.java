package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.text.Text;

/** Finds rules, questions, conclusions, journeys and sections by words in either language. */
final class Search {

  /** Something found: of which kind, what it is called and in which language, its id where it has one, its page. */
  record Hit(String kind, String label, String language, String id, String href) {}

  private final Catalogue catalogue;
  private final Wording wording;
  private final Links links;
  private final List<String> words;
  private final List<Hit> hits = new ArrayList<>();

  private Search(Catalogue catalogue, Wording wording, Links links, String query) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.links = links;
    this.words = Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
  }

  static List<Hit> find(Catalogue catalogue, Wording wording, Links links, String query) {
    Search search = new Search(catalogue, wording, links, query);
    search.run();
    return search.hits;
  }

  private void run() {
    catalogue.sections().forEach(section -> {
      if (!catalogue.restingOn(section).isEmpty()) {
        add("section", section.id(), section.name(), links.section(section));
      }
    });
    catalogue.forms().journeys().values().forEach(journey ->
        add("journey", journey.id(), journey.title(), links.journey(journey)));
    catalogue.forms().outcomes().values().forEach(outcome ->
        add("outcome", outcome.id(), outcome.topic(), links.outcome(outcome.id())));
    catalogue.forms().conclusions().values().forEach(conclusion ->
        add("conclusion", conclusion.id(), conclusion.label(), links.of(conclusion.id())));
    catalogue.forms().questions().values().forEach(question -> {
      if (matches(question.id() + " " + both(question.label()) + " " + both(question.ask()))) {
        hits.add(hit("question", question.id(), question.label(), links.of(question.id())));
      }
    });
    catalogue.rules().rules().forEach(rule -> {
      if (matches(rule.name() + " " + rule.file() + " " + rule.conclusion() + " " + rule.sources())) {
        hits.add(new Hit(wording.text("authoring-kind-rule"), rule.name(), "en", "", links.rule(rule)));
      }
    });
  }

  private void add(String kind, String id, Text label, String href) {
    if (matches(id + " " + both(label))) {
      hits.add(hit(kind, id, label, href));
    }
  }

  private Hit hit(String kind, String id, Text label, String href) {
    return new Hit(wording.text("authoring-kind-" + kind), label.in(wording.language()), wording.language().tag(), id,
        href);
  }

  private static String both(Text text) {
    return text.nl() + " " + text.en();
  }

  private boolean matches(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }
}
