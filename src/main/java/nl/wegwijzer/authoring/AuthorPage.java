package nl.wegwijzer.authoring;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;
import nl.wegwijzer.web.Here;

/** What the pages for authors share: a catalogue, seen from one request. */
final class AuthorPage {

  /** A link to a page; {@code says} is what there is to tell of it here, {@code language} that of the label. */
  record Ref(String label, String href, String says, String language) {}

  /** A text of the authors in one language. */
  record InLanguage(Language language, String text) {}

  /** A heading, and under it texts, each in every language. */
  record Told(String heading, List<List<InLanguage>> texts) {}

  final Catalogue catalogue;
  final Wording wording;
  final Links links;
  final RuleWords words;

  AuthorPage(Here here, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.wording = here.wording();
    this.links = new Links(catalogue.forms(), here.language());
    this.words = words(here.language());
  }

  private RuleWords words(Language language) {
    return new RuleWords(catalogue.rules(), new Wording(catalogue.forms(), language), links);
  }

  /** A rule in every language, that of the page first. */
  List<RuleWords.Said> say(Rule rule) {
    return languages().stream().map(language -> words(language).say(rule)).toList();
  }

  List<Language> languages() {
    List<Language> languages = new java.util.ArrayList<>(Arrays.asList(Language.values()));
    languages.sort(java.util.Comparator.comparing(language -> language != wording.language()));
    return languages;
  }

  Told told(String key, Text... texts) {
    return new Told(wording.text(key), Arrays.stream(texts).map(text -> languages().stream()
        .map(language -> new InLanguage(language, text.in(language))).toList()).toList());
  }

  Ref rule(Rule rule, String says) {
    return new Ref(rule.name(), links.rule(rule), says, "en");
  }

  Ref of(String id) {
    return new Ref(wording.label(id), links.of(id), id, wording.language().tag());
  }

  Ref journey(Journey journey) {
    return new Ref(journey.title().in(wording.language()), links.journey(journey), journey.id(),
        wording.language().tag());
  }

  List<Ref> refs(Collection<String> ids) {
    return ids.stream().map(this::of).toList();
  }

  List<Ref> journeys(String id) {
    return catalogue.journeys(id).stream().map(this::journey).toList();
  }

  /** The rules that have a question or conclusion as a condition, with what they ask of it. */
  List<Ref> users(String id) {
    return catalogue.users(id).stream().map(rule -> rule(rule, words.asks(rule, id))).toList();
  }

  /** The questions on which conclusions or questions rest, in the order of asking. */
  List<Ref> questionsUnder(Collection<String> ids) {
    Set<String> closure = catalogue.rules().closure(ids);
    return refs(catalogue.forms().questions().keySet().stream().filter(closure::contains).toList());
  }

  /** The conclusions on which a conclusion rests directly. */
  List<Ref> below(String conclusion) {
    Set<String> ids = new LinkedHashSet<>();
    catalogue.rules().rulesFor(conclusion).forEach(rule -> rule.conditions().forEach(condition ->
        ids.add(condition.id())));
    return refs(ids);
  }
}
