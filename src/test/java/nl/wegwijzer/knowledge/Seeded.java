package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wegwijzer.text.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A mistake planted in the made-up law of {@code mistakes/base}. In {@code mistakes/*.yaml} it is written as an edit:
 * {@code replace} a text {@code in} a file {@code by} another; {@code ‸} marks the place that must be pointed at. Where
 * another place must be pointed at, {@code at} holds a text of {@code file} with the mark in it. {@code column: no} where
 * only the line, {@code line: no} where only the file can be known.
 */
public record Seeded(String name, String file, String replace, String by, String placeFile, String place, boolean hasLine,
    boolean hasColumn, String says, String hint) {

  static final Path MISTAKES = Path.of("src/test/resources/mistakes");
  private static final String MARK = "‸";

  static List<Seeded> all() {
    try (Stream<Path> files = Files.list(MISTAKES)) {
      return files.filter(Files::isRegularFile).sorted().flatMap(file -> read(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Seeded> read(Path table) {
    List<Seeded> mistakes = new ArrayList<>();
    Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(content(table));
    content.forEach((file, list) -> ((List<Map<String, Object>>) list).forEach(row -> {
      String by = row.getOrDefault("by", "").toString();
      String placeFile = row.getOrDefault("file", file).toString();
      String place = row.getOrDefault("at", by).toString();
      mistakes.add(new Seeded(table.getFileName() + " " + row.get("says") + " [" + by.strip() + "]", file,
          row.get("replace").toString(), by.replace(MARK, ""), placeFile, place,
          !Boolean.FALSE.equals(row.get("line")), !Boolean.FALSE.equals(row.get("column")), row.get("says").toString(),
          row.getOrDefault("hint", "").toString()));
    }));
    return mistakes;
  }

  /** The files of the made-up law, with this mistake in them. */
  Map<String, String> planted() {
    Map<String, String> files = base();
    plant(files);
    return files;
  }

  void plant(Map<String, String> files) {
    assertThat(files.get(file)).as("the text to replace must be there").contains(replace);
    files.put(file, files.get(file).replaceFirst(java.util.regex.Pattern.quote(replace),
        java.util.regex.Matcher.quoteReplacement(by)));
  }

  public static Map<String, String> base() {
    Map<String, String> files = new LinkedHashMap<>();
    Path base = MISTAKES.resolve("base");
    try (Stream<Path> found = Files.walk(base)) {
      found.filter(Files::isRegularFile).sorted().forEach(path ->
          files.put(base.relativize(path).toString().replace('\\', '/'), content(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List.of("flags", "organisations", "topics", "units").forEach(list ->
        files.put("data/" + list + ".csv", content(Path.of("data", list + ".csv"))));
    // The made-up law has words of its own for properties, and those of the project for everything else.
    String words = content(Path.of("forms/interface.yaml"));
    files.merge("forms/interface.yaml", words.substring(words.indexOf("texts:\n") + "texts:\n".length())
        .replaceAll("(?m)^  property-.*\n", ""), String::concat);
    return files;
  }

  public static void write(Map<String, String> files, Path root) {
    files.forEach((name, content) -> {
      try {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static String content(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isSaidBy(Problem problem) {
    return problem.file().equals(placeFile) && problem.message().contains(says) && problem.hint().contains(hint);
  }

  /** Line and column of the mark, counted from 1. */
  int[] position(Map<String, String> files) {
    String text = files.get(placeFile);
    int mark = place.indexOf(MARK);
    int start = text.indexOf(place.replace(MARK, ""));
    assertThat(start).as("the place must be in " + placeFile + ": " + place).isNotNegative();
    assertThat(hasLine && mark < 0).as("the place needs a mark").isFalse();
    int index = start + Math.max(0, mark);
    int line = (int) text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    return new int[] {line, index - text.lastIndexOf('\n', index - 1)};
  }

  @Override
  public String toString() {
    return name;
  }
}
