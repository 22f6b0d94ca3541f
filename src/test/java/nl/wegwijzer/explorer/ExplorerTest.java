package nl.wegwijzer.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.statistics.Discrepancy;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Observation;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Telling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;

/** Every page of the explorer, in both languages: nothing that the data holds is missing from it. */
@SpringBootTest(properties = "wegwijzer.answers.key-file=target/explorer-answers.key")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ExplorerTest {

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern HEADERS = Pattern.compile(" headers=\"([^\"]+)\"");
  private static final Pattern DOWNLOAD = Pattern.compile("href=\"(/api/[^\"]+)\"");
  private static final Pattern CELL = Pattern.compile("<td[^>]* headers=.*?</td>", Pattern.DOTALL);
  private static final Pattern BLANK = Pattern.compile("[>\\s]\\{[a-z]+\\}");

  @Autowired
  private MockMvc mvc;
  @Autowired
  private KnowledgeBase knowledgeBase;

  @ParameterizedTest
  @EnumSource
  void everyFigureShowsEachOfItsNumbers(Language language) throws Exception {
    for (Figure figure : statistics().figures()) {
      String page = page(Telling.address(figure, language));
      assertThat(page).contains(escaped(figure.meaning().in(language))).doesNotContainPattern(BLANK);
      if (figure.lost()) {
        assertThat(page).contains("inset lost").doesNotContain("<table class=\"sheet-table");
        statistics().statementsOf(figure).forEach(statement ->
            assertThat(page).contains("href=\"" + Telling.address(statement, language) + "\""));
        figure.notes().values().forEach(note -> assertThat(page).contains(escaped(note.in(language))));
        continue;
      }
      List<String> cells = CELL.matcher(page).results().map(MatchResult::group).toList();
      List<Observation> seen = figure.observations().filter(number -> !number.cell().printed().isEmpty()).toList();
      assertThat(cells).as(figure.id()).hasSize(figure.rows().size() * figure.columns().size());
      List<String> filled = cells.stream().filter(cell -> cell.contains("<data") || cell.contains("&lt;5")
          || cell.matches("(?s).*<span class=\"number\">\\s*<span>.*")).toList();
      assertThat(filled).as(figure.id()).hasSameSizeAs(seen);
      for (int i = 0; i < seen.size(); i++) {
        String printed = escaped(seen.get(i).cell().printed());
        assertThat(filled.get(i)).as(seen.get(i).ref()).contains(">" + escaped(seen.get(i).written(language)) + "<");
        if (seen.get(i).cell().value().isPresent()) {
          assertThat(filled.get(i)).contains("value=\"" + seen.get(i).cell().value().get().toPlainString() + "\"")
              .containsAnyOf(">" + printed + "<", "data-printed=\"" + printed + "\"");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyHeaderThatACellNamesIsThereOnce(Language language) throws Exception {
    for (Figure figure : statistics().figures()) {
      String page = page(Telling.address(figure, language));
      List<String> ids = found(ID, page);
      assertThat(ids).as(figure.id()).doesNotHaveDuplicates();
      Set<String> named = new HashSet<>();
      found(HEADERS, page).forEach(headers -> named.addAll(List.of(headers.split(" "))));
      assertThat(ids).containsAll(named);
      found(Pattern.compile("href=\"[^\"]*?/" + figure.id() + "#([^\"]+)\""), page).forEach(target ->
          assertThat(ids).as(figure.id()).contains(target));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDiscrepancyStandsBesideTheFiguresAndStatementsItIsAbout(Language language) throws Exception {
    String register = page(language == Language.NL ? "/nl/cijfers/tegenspraak" : "/en/figures/discrepancies");
    for (Discrepancy discrepancy : statistics().discrepancies()) {
      String told = escaped(discrepancy.assessment().in(language));
      assertThat(register).contains(told);
      for (String figure : discrepancy.figures()) {
        assertThat(page(Telling.address(statistics().figure(figure).orElseThrow(), language))).contains(told);
      }
      for (String statement : discrepancy.statements()) {
        assertThat(page(Telling.address(statistics().statement(statement).orElseThrow(), language))).contains(told);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStatementHasAPage(Language language) throws Exception {
    for (Statement statement : statistics().statements()) {
      assertThat(page(Telling.address(statement, language))).contains(escaped(statement.text().in(language)))
          .contains(escaped(statement.printed())).doesNotContainPattern(BLANK);
    }
  }

  @Test
  void everyDownloadIsThere() throws Exception {
    for (Figure figure : statistics().figures()) {
      List<String> downloads = found(DOWNLOAD, page(Telling.address(figure, Language.EN)));
      assertThat(downloads).hasSize(figure.lost() ? 1 : 2);
      for (String address : downloads) {
        mvc.perform(get(URI.create(address.replace("&amp;", "&")))).andExpect(status().isOk());
      }
    }
  }

  @Test
  void aNumberThatOthersContradictIsMarked() throws Exception {
    assertThat(page("/en/figures/76")).containsPattern("110,420</data>.{0,80}#discrepancy-76-2023-total");
  }

  @Test
  void aChangeWorkedOutByUsSaysSo() throws Exception {
    assertThat(page("/en/figures/8")).contains("+11% (computed)", "Does not fit the report");
    assertThat(page("/nl/cijfers/8")).contains("+11% (berekend)", "Past niet bij het rapport");
  }

  @Test
  void aFigureIsFoundByItsNumberAndByWords() throws Exception {
    assertThat(firstHit("/nl/cijfers?q=56")).isEqualTo("/nl/cijfers/56");
    assertThat(firstHit("/en/figures?q=figure%20102")).isEqualTo("/en/figures/102");
    assertThat(hits("/en/figures?q=stateless")).contains("/en/figures/127");
  }

  @Test
  void filtersNarrowWhatIsFound() throws Exception {
    assertThat(hits("/en/figures?topic=nareis")).contains("/en/figures/56").doesNotContain("/en/figures/76");
    assertThat(hits("/en/figures?source=Eurostat")).contains("/en/figures/79").doesNotContain("/en/figures/56");
    assertThat(hits("/nl/cijfers?chapter=Hoofdstuk%205")).contains("/nl/cijfers/76").doesNotContain("/nl/cijfers/56");
    assertThat(hits("/nl/cijfers?topic=nareis&chapter=Hoofdstuk%205")).isEmpty();
  }

  @Test
  void everyFigureAndStatementIsFoundInItsChapter() throws Exception {
    List<String> found = new ArrayList<>();
    String start = page("/en/figures");
    for (String chapter : found(Pattern.compile("href=\"(/en/figures\\?chapter=[^\"#]+)#"), start)) {
      found.addAll(hits(chapter + "&all=true"));
    }
    List<String> all = Stream.concat(
        statistics().figures().stream().map(figure -> Telling.address(figure, Language.EN)),
        statistics().statements().stream().map(statement -> Telling.address(statement, Language.EN))).toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void theLanguageSwitchKeepsTheQuery() throws Exception {
    assertThat(page("/nl/cijfers?q=nareis%208&topic=asylum")).contains("href=\"/en/figures?q=nareis%208&amp;topic=asylum\"");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    for (String path : List.of("/nl/cijfers/128", "/en/figures/0", "/nl/cijfers/uitspraak/geen")) {
      mvc.perform(get(path)).andExpect(status().isNotFound());
    }
    assertThat(page("/nl/cijfers?q=zebra")).contains("Niets gevonden");
  }

  @Test
  void whatAReaderTypesIsOnlyText() throws Exception {
    assertThat(page("/en/figures?q=%22%3E%3Cscript%3E")).doesNotContain("\"><script>").contains("&quot;&gt;&lt;script&gt;");
  }

  @Test
  void aPageShowsNoNumberAsAChance() throws Exception {
    for (Figure figure : statistics().figures()) {
      assertThat(page(Telling.address(figure, Language.EN))).contains("They are not your personal chance.");
    }
  }

  private Statistics statistics() {
    return knowledgeBase.current().statistics();
  }

  private String firstHit(String path) throws Exception {
    return hits(path).get(0);
  }

  private List<String> hits(String path) throws Exception {
    String page = page(path);
    return Pattern.compile("<ul class=\"hits\">(.*?)</ul>", Pattern.DOTALL).matcher(page).results()
        .flatMap(list -> found(Pattern.compile("href=\"([^\"]+)\""), list.group(1)).stream()).toList();
  }

  private String page(String path) throws Exception {
    return mvc.perform(get(URI.create(path))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(match -> match.group(1)).toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
