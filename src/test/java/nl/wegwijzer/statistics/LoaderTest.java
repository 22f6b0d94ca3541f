package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wegwijzer.text.Problem;
import nl.wegwijzer.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that authors make, each found with its place and a hint. */
class LoaderTest {

  private static final String FIGURE = """
      figure: "56"
      title: {nl: "Nareis", en: "Family of refugees"}
      section: 4.3.1.2
      captionLine: 2104
      sources: [IND]
      period: "2022-2023"
      kind: table
      topics: [nareis]
      flags: [rounded]
      notes:
        "108": {nl: "Verbeterd.", en: "Corrected."}
      chart: bars
      meaning: {nl: "Hoeveel.", en: "How many."}
      columns:
        - id: lodged
          path: [{nl: "Ingediend", en: "Lodged"}]
          unit: applications
      rows:
        - id: "2022"
          line: 2100
          path: [{nl: "2022", en: "2022"}]
          period: "2022"
          role: value
          cells: {lodged: {printed: "20.390", flags: [corrected], note: "108"}}
        - id: "2023"
          line: 2101
          path: [{nl: "2023", en: "2023"}]
          period: "2023"
          cells: {lodged: "22.500"}
        - id: change
          line: 2102
          path: [{nl: "% verschil", en: "% change"}]
          role: change
          cells: {lodged: "+10%"}
      """;
  private static final String STATEMENTS = """
      id,section,line,printed,value,unit,period,qualifier,kind,source,repeats,flags,nl,en
      nareis-lodged,4.3.1.2,2106,22.500,22500,applications,2023,exact,statistic,IND,56:2023:lodged,rounded,Een.,One.
      """;

  @Test
  void acceptsWhatIsRight() {
    assertThat(problems(FIGURE, STATEMENTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      section: 4.3.1.2                 | section: 4.3.1.22               | 3  | unknown section '4.3.1.22'              | did you mean '4.3.1.2'?
      captionLine: 2104                | captionLine: 3104               | 4  | line 3104 is not in section 4.3.1.2     | the section runs from line
      captionLine: 2104                | captionLine: about 2104         | 4  | 'about 2104' is not a line              | write a whole number
      sources: [IND]                   | sources: [INDD]                 | 5  | unknown organisation 'INDD'             | did you mean 'IND'?
      period: "2022-2023"              | period: "last year"             | 6  | 'last year' is not a period             | write "2023"
      kind: table                      | kind: tabel                     | 7  | unknown kind 'tabel'                    | did you mean 'table'?
      topics: [nareis]                 | topics: [nareiss]               | 8  | unknown topic 'nareiss'                 | did you mean 'nareis'?
      flags: [rounded]                 | flags: [rouned]                 | 9  | unknown flag 'rouned'                   | did you mean 'rounded'?
      en: "Corrected."                 | eng: "Corrected."               | 11 | unknown key 'eng'                       | did you mean 'en'?
      en: "Corrected."                 | en: ""                          | 11 | the text in 'en' is empty               | every text is needed in nl and en
      chart: bars                      | keys: ["2023:loged"]            | 12 | unknown cell '2023:loged'               | did you mean '2023:lodged'?
      chart: bars                      | chart: pie                      | 12 | unknown chart 'pie'                     | bars
      meaning:                         | meanng:                         | 13 | unknown key 'meanng'                    | did you mean 'meaning'?
      unit: applications               | unit: aplications               | 17 | unknown unit 'aplications'              | did you mean 'applications'?
      printed: "20.390"                | printed: "20.39"                | 24 | '20.39' is not a number                 | write it as printed
      note: "108"                      | note: "109"                     | 24 | unknown note '109'                      | did you mean '108'?
      printed: "20.390"                | printed: "20.390", value: 20390 | 24 | '20.390' can be read by rule            | remove 'value'
      cells: {lodged: "22.500"}        | cells: {loged: "22.500"}        | 29 | unknown column 'loged'                  | did you mean 'lodged'?
      id: "2023"                       | id: "2022"                      | 25 | '2022' stands here twice                | its own id
      role: change                     | role: chance                    | 33 | unknown role 'chance'                   | did you mean 'change'?
      figure: "56"                     | figure: "57"                    | 1  | figure 57 stands in a file              | 057.yaml
      title: {nl:                      | title: [nl:                     | 2  | this is not valid YAML                  | a comma between them
      """)
  void findsAMistakeInAFigure(String right, String wrong, int line, String message, String hint) {
    assertThat(FIGURE).contains(right);
    assertThat(problems(FIGURE.replace(right, wrong), STATEMENTS)).anySatisfy(problem -> {
      assertThat(problem.file()).isEqualTo("data/figures/056.yaml");
      assertThat(problem.line()).isEqualTo(line);
      assertThat(problem.column()).isPositive();
      assertThat(problem.message()).contains(message);
      assertThat(problem.hint()).contains(hint);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ,2106,             | ,1106,            | line 1106 is not in section 4.3.1.2           | the section runs
      ,22500,            | ,25200,           | the value 25200 is not what '22.500' says     | compare
      ,22500,            | ,,                | the value is missing                          | plain number
      ,22500,            | ,"22,500",        | '22,500' is not a value                       | with a point
      applications,2023  | aplications,2023  | unknown unit 'aplications'                    | did you mean 'applications'?
      exact              | exactly           | unknown qualifier 'exactly'                   | did you mean 'exact'?
      statistic          | statistics        | unknown kind 'statistics'                     | did you mean 'statistic'?
      ,IND,              | ,IDN,             | unknown organisation 'IDN'                    | did you mean 'IND'?
      56:2023:lodged     | 56:2023:loged     | there is no cell '56:2023:loged'              | did you mean '56:2023:lodged'?
      56:2023:lodged     | figure 56         | is not the address of a cell                  | write figure:row:column
      ,rounded,          | ,round,           | unknown flag 'round'                          | did you mean 'rounded'?
      Een.,One.          | Een.,             | the sentence is empty                         | nl and en
      Een.,One.          | Een, twee.,One.   | this line has 15 values, the first line has 14 | double quotes
      nareis-lodged      | Nareis Lodged     | 'Nareis Lodged' is not an id                  | small letters
      """)
  void findsAMistakeInAStatement(String right, String wrong, String message, String hint) {
    assertThat(STATEMENTS).contains(right);
    assertThat(problems(FIGURE, STATEMENTS.replace(right, wrong))).anySatisfy(problem -> {
      assertThat(problem.file()).isEqualTo("data/statements/04.csv");
      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains(message);
      assertThat(problem.hint()).contains(hint);
    });
  }

  @Test
  void findsAllMistakesAtOnce() {
    String figure = FIGURE.replace("[IND]", "[INDD]").replace("[nareis]", "[nareiss]").replace("22.500", "22,5,0");
    assertThat(problems(figure, STATEMENTS.replace("exact", "exactly"))).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void findsADiscrepancyThatTheRegisterLacks() {
    assertThat(problems(FIGURE.replace("+10%", "+20%"), STATEMENTS)).singleElement().satisfies(problem -> {
      assertThat(problem.file()).isEqualTo("data/discrepancies.yaml");
      assertThat(problem.message()).contains("56:change:lodged = 56:2023:lodged over 56:2022:lodged");
      assertThat(problem.hint()).contains("- id: 56-change-lodged", "computed: \"10.3\"");
    });
  }

  @Test
  void findsADiscrepancyThatDoesNotExistAnyMore() {
    String register = """
        - id: gone
          check: "56:change:lodged = 56:2023:lodged over 56:2022:lodged"
          figures: ["56"]
          evidence: [{line: 2102, printed: "+10%"}]
          assessment: {nl: "Weg.", en: "Gone."}
        """;
    assertThat(problems(Map.of("data/discrepancies.yaml", register))).singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("the check finds no such discrepancy"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      - {holds: "56:2023:lodged + 56:2022:lodged"}                         | is not an equation
      - {holds: "56:2023:lodged = 56:2022:loged"}                          | there is no number '56:2022:loged'
      - {figure: "99", holds: a = b}                                       | there is no figure '99'
      - {figure: "56", holds: total = lodged}                              | no row of figure 56 has all numbers
      - {figure: "56", hold: total = lodged}                               | unknown key 'hold'
      - {skip: "56:change:lodged = 56:2023:lodged over 56:2022:lodged"}    | 'because' is missing
      """)
  void findsAMistakeInAnEquation(String check, String message) {
    assertThat(problems(Map.of("data/checks.yaml", check)))
        .anySatisfy(problem -> assertThat(problem.message()).contains(message));
  }

  private static List<Problem> problems(Map<String, String> more) {
    Map<String, String> files = new TreeMap<>(lists());
    files.put("data/figures/056.yaml", FIGURE);
    files.put("data/statements/04.csv", STATEMENTS);
    files.putAll(more);
    Problems problems = new Problems();
    Statistics.read(files, problems);
    return problems.list();
  }

  private static List<Problem> problems(String figure, String statements) {
    return problems(Map.of("data/figures/056.yaml", figure, "data/statements/04.csv", statements));
  }

  private static Map<String, String> lists() {
    Map<String, String> files = new TreeMap<>();
    for (String name : List.of("organisations.csv", "topics.csv", "units.csv", "flags.csv", "sources.csv",
        "caveats.yaml")) {
      try {
        files.put("data/" + name, Files.readString(Data.DIRECTORY.resolve(name)));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return files;
  }
}
