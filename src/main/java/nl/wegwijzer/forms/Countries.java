package nl.wegwijzer.forms;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.wegwijzer.text.CsvTable;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Text;

/** All countries of {@code data/countries.csv}; each further column of that file is a property rules can test. */
public final class Countries {

  private static final List<String> BASIC = List.of("code", "nl", "en");
  private static final List<String> YES_NO = List.of("yes", "no");
  private static final String CODE = "[A-Z]{2,}";
  private static final String COLUMN = "[a-z][A-Za-z0-9]*";

  private final Map<String, Country> byCode = new LinkedHashMap<>();
  private final Map<String, Class<?>> properties = new LinkedHashMap<>();
  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  public static Countries read(String file, String csv, Problems problems) {
    Countries countries = new Countries();
    List<NamedCsvRecord> rows = CsvTable.read(file, csv, List.of(), problems);
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0).getHeader();
    header.stream().filter(column -> !column.matches(COLUMN)).forEach(column ->
        problems.add(file, 1, 1, "a column cannot be called '" + column + "'", "write names likeThis: they are properties"));
    BASIC.stream().filter(column -> !header.contains(column)).forEach(column ->
        problems.add(file, 1, 1, "the column '" + column + "' is missing", "the first line names code, nl and en"));
    header.stream().filter(column -> column.matches(COLUMN) && !BASIC.contains(column)).forEach(column -> {
      List<String> found = rows.stream().map(row -> row.getField(column)).filter(value -> !value.isBlank()).toList();
      countries.values.put(column, new TreeSet<>(found));
      // A slip of the pen in one line must not turn a column of yes and no into one of texts.
      boolean yesNo = found.stream().filter(YES_NO::contains).count() * 2 > found.size();
      countries.properties.put(column, yesNo ? Boolean.class : String.class);
    });
    header.stream().filter(column -> column.matches(COLUMN)).forEach(column -> checkFilled(file, column, rows, problems));
    for (NamedCsvRecord row : rows) {
      countries.add(file, row, problems);
    }
    return countries;
  }

  /** A column that is not filled in is one problem, however long the list is. */
  private static void checkFilled(String file, String column, List<NamedCsvRecord> rows, Problems problems) {
    List<NamedCsvRecord> empty = rows.stream().filter(row -> row.getField(column).isBlank()).toList();
    if (!empty.isEmpty()) {
      problems.add(file, (int) empty.get(0).getStartingLineNumber(), 1, "'" + column + "' is empty"
          + (empty.size() == 1 ? "" : " in " + empty.size() + " lines, of which this is the first"),
          BASIC.contains(column) ? "every country needs a code and both names"
              : "write a value in every line, such as no or none");
    }
  }

  private void add(String file, NamedCsvRecord row, Problems problems) {
    Map<String, String> fields = row.getFieldsAsMap();
    int line = (int) row.getStartingLineNumber();
    Map<String, Object> known = new LinkedHashMap<>();
    properties.forEach((column, type) -> {
      String value = fields.getOrDefault(column, "");
      if (type == Boolean.class && !YES_NO.contains(value) && !value.isBlank()) {
        problems.add(file, line, 1, "'" + value + "' in the column '" + column + "' is not yes or no",
            Problems.didYouMean(value, YES_NO));
      }
      known.put(column, type == Boolean.class ? (Object) value.equals("yes") : value);
    });
    String code = fields.getOrDefault("code", "");
    if (!code.matches(CODE) && !code.isBlank()) {
      problems.add(file, line, 1, "'" + code + "' is not the code of a country", "write capitals: SY");
      problems.doubt(code.toUpperCase(java.util.Locale.ROOT));
    }
    Text name = new Text(fields.getOrDefault("nl", ""), fields.getOrDefault("en", ""));
    if (byCode.put(code, new Country(code, name, Map.copyOf(known))) != null) {
      problems.add(file, line, 1, "country '" + code + "' stands here twice", "remove one of the two");
    }
  }

  public Optional<Country> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public java.util.Collection<Country> all() {
    return byCode.values();
  }

  /** By name in the given language; having no nationality comes last. */
  public List<Country> sorted(Language language) {
    Collator collator = Collator.getInstance(language.locale());
    List<Country> sorted = new ArrayList<>(byCode.values());
    sorted.sort(Comparator.<Country, Boolean>comparing(country -> country.code().length() > 2)
        .thenComparing(country -> country.name().in(language), collator));
    return sorted;
  }

  /** The properties beyond code and names, with their type: {@code Boolean} or {@code String}. */
  public Map<String, Class<?>> properties() {
    return properties;
  }

  /** The values that a text column holds. */
  public Set<String> valuesOf(String property) {
    return values.getOrDefault(property, Set.of());
  }
}
