package nl.wegwijzer.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.Project;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.authoring.RuleWords.Said;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;

/** Rules in plain words. */
class RuleWordsTest {

  private final Knowledge knowledge = Project.knowledge();

  @Test
  void everyRuleIsSaidInBothLanguagesWithoutWordsOfTheRuleLanguage() {
    for (Rule rule : knowledge.rules().rules()) {
      for (Language language : Language.values()) {
        Said said = words(language).say(rule);
        assertThat(said.when()).hasSameSizeAs(rule.conditions());
        said.when().forEach(line -> {
          assertThat(line.label()).isNotBlank();
          assertThat(line.says()).as(rule.name()).isNotBlank().doesNotContain("$", "==", "<=", "plus", "null", "{");
        });
        assertThat(said.sentence().isEmpty()).isEqualTo(rule.leavesOpen());
        assertThat(said.sentence()).as(rule.name()).doesNotContain("$", "{");
        assertThat(said.sources()).hasSameSizeAs(rule.sources());
      }
    }
  }

  @Test
  void aTermIsDescribedByWhatItIsCountedFrom() {
    Said said = words(Language.EN).say(rule("The nareis application can be filed until three months after the asylum "
        + "permit was granted"));
    assertThat(said.when()).extracting(RuleWords.Line::says).containsExactly("is known");
    assertThat(said.sentence()).contains("[3 months after “Date of the asylum permit”]");
    assertThat(words(Language.NL).say(rule("The nareis application is in time")).when())
        .extracting(RuleWords.Line::says).contains("op of voor “Laatste dag om nareis aan te vragen”");
  }

  @Test
  void everyRuleHasAnAddressOfItsOwn() {
    Set<String> slugs = new HashSet<>();
    knowledge.rules().rules().forEach(rule -> assertThat(slugs.add(Slugs.of(rule.name()))).as(rule.name()).isTrue());
    Set<String> sections = new HashSet<>();
    knowledge.sections().all().forEach(section ->
        assertThat(sections.add(Slugs.of(section.id()))).as(section.id()).isTrue());
  }

  @Test
  void rulesThatRestOnAPartRestOnTheWhole() {
    Catalogue catalogue = new Catalogue(knowledge, null);
    List<Rule> part = catalogue.restingOn(knowledge.sections().find("4.3.1.2").orElseThrow());
    assertThat(part).isNotEmpty();
    assertThat(catalogue.restingOn(knowledge.sections().find("4.3").orElseThrow())).containsAll(part);
  }

  private Rule rule(String name) {
    return knowledge.rules().rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  private RuleWords words(Language language) {
    return new RuleWords(knowledge.rules(), new Wording(knowledge.forms(), language),
        new Links(knowledge.forms(), language));
  }
}
