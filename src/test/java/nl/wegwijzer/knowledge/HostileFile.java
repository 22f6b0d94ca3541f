package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something in the folder of the made-up law that would stop, exhaust or mislead whoever reads it.
 *
 * @param says what must be told: the place, and the beginning of the message
 */
record HostileFile(String name, Planting planting, String says) {

  private static final String RULES = "rules/x.drl";
  private static final String FORM = "forms/x.yaml";
  private static final String COUNTRIES = "data/countries.csv";
  private static final String PACKAGE = "package wegwijzer\n";
  private static final String NOT_PLAIN = ": this is not a file within 'rules'";

  /** Puts it there. */
  interface Planting {
    void in(Path root) throws IOException;
  }

  private static HostileFile text(String name, String file, String content, String says) {
    return new HostileFile(name, root -> write(root.resolve(file), content.getBytes(StandardCharsets.UTF_8)),
        file + says);
  }

  private static HostileFile bytes(String name, String file, String content, java.nio.charset.Charset encoding, String says) {
    return new HostileFile(name, root -> write(root.resolve(file), content.getBytes(encoding)), file + says);
  }

  private static HostileFile condition(String name, String condition, String says) {
    return text(name, RULES, PACKAGE + "rule \"x\" @source(\"1.1: 12\") when\n" + condition
        + "\nthen conclude( new Family() ); end\n", says);
  }

  private static HostileFile edit(String name, String file, String text, String by, String says) {
    return new HostileFile(name, root -> {
      assertThat(Files.readString(root.resolve(file))).contains(text);
      new ProjectCopy(root).replace(file, text, by);
    }, file + says);
  }

  private static HostileFile place(String name, Planting planting, String says) {
    return new HostileFile(name, planting, says);
  }

  static List<HostileFile> all() {
    List<HostileFile> all = new ArrayList<>();
    all.addAll(size());
    all.addAll(shape());
    all.addAll(table());
    all.addAll(character());
    all.addAll(kind());
    return all;
  }

  private static List<HostileFile> size() {
    String laughs = IntStream.range(0, 9).mapToObj(i -> "a" + (i + 1) + ": &a" + (i + 1) + " ["
        + String.join(", ", java.util.Collections.nCopies(9, "*a" + i)) + "]\n").collect(Collectors.joining());
    return List.of(
        text("fifty megabytes of comments", RULES, PACKAGE + "// x\n".repeat(10_000_000), ": this file is larger than 512 kB"),
        text("one line of twenty megabytes", RULES, PACKAGE + "x ".repeat(10_000_000), ": this file is larger than"),
        text("a text of twenty megabytes", FORM, "texts: \"" + "x".repeat(20_000_000) + "\"\n", ": this file is larger than"),
        text("the longest line there may be", RULES, PACKAGE + "x ".repeat(250_000), ":2:1: 'x' is not allowed here"),
        text("a rule on every word", RULES, PACKAGE + "rule ".repeat(100_000), ": there are more problems than these"),
        text("a name that is a book", RULES, PACKAGE + "rule \"" + "x".repeat(400_000) + "\" when", ":2:6: this text is longer than 10000"),
        text("a text that is a book", FORM, "texts: \"" + "{".repeat(400_000) + "\"\n", ":1:8: this text is longer than 10000"),
        text("two hundred thousand names in a file that cannot be read", FORM, "texts: \"" + "a.".repeat(200_000) + "\n",
            ":2:1: this is not valid YAML"),
        text("thirty thousand questions", FORM, "questions:\n" + IntStream.range(0, 30_000)
            .mapToObj(i -> "  Q" + i + ": {}\n").collect(Collectors.joining()), ":2:3: 'ask' is missing"),
        text("twenty thousand rules", RULES, PACKAGE + IntStream.range(0, 8_000).mapToObj(i -> "rule \"" + i
            + "\" @source(\"1.1: 12\") when then conclude( new A() );end\n").collect(Collectors.joining()), ": there are more than 2000 rules"),
        text("a laugh that doubles ninefold", FORM, "a0: &a0 [x]\n" + laughs, ":1:5: '&', '*', '!' and '<<' cannot be used here"),
        place("files without end", root -> {
          for (int i = 0; i < 3000; i++) {
            write(root.resolve("rules/t/x" + i + ".drl"), PACKAGE.getBytes(StandardCharsets.UTF_8));
          }
        }, "rules: there are more than 2000 files and folders here"),
        place("files that are large together", root -> {
          for (int i = 0; i < 20; i++) {
            write(root.resolve("forms/x" + i + ".yaml"), "# x\n".repeat(130_000).getBytes(StandardCharsets.UTF_8));
          }
        }, "forms: all files together are larger than 8 MB"),
        place("folders without end", root -> write(root.resolve("rules/" + "d/".repeat(200) + "x.drl"), new byte[0]),
            "rules/d/d/d/d/d/d/d/d: folders stand here more than 8 deep"));
  }

  private static List<HostileFile> shape() {
    return List.of(
        condition("parentheses", "Family" + "(".repeat(100_000), ":3:8: a property is expected"),
        condition("brackets", "Age( value in (" + "[".repeat(100_000), ":3:16: a value is expected"),
        condition("nots", "not (".repeat(80_000), ":3:15: methods cannot be called here"),
        condition("moves in moves", "RequestedOn( date < day(\"2024-01-01\")" + ".plusDays( ".repeat(40_000), ":3:49: a value is expected"),
        condition("a list without end", "Age( value in (" + "1, ".repeat(100_000) + "1) )", ":3:917: there are more than 300 values here"),
        condition("conditions without end", "Age( value > 1 )\n".repeat(20_000), ":304:1: there are more than 300 conditions here"),
        condition("constraints without end", "Age( " + "value > 1, ".repeat(20_000) + "value > 1 )", ":3:3315: there are more than 300 constraints here"),
        text("comments in comments", RULES, PACKAGE + "/*".repeat(200_000), ":2:399997: this comment has no end"),
        text("lists in lists", FORM, "texts: " + "[".repeat(10_000) + "]".repeat(10_000), ":1: this is not valid YAML: lists and maps"),
        text("maps in maps", FORM, IntStream.range(0, 900).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining()),
            ":31: this is not valid YAML: lists and maps stand in each other more than 30 deep"),
        text("the same key twice", FORM, "texts: {}\ntexts: {}\n", ":2:1: 'texts' stands here twice"),
        text("only a tag", FORM, "texts: !!javax.script.ScriptEngineManager [x]\n", ":1:8: this is not valid YAML: '!' cannot be used here"));
  }

  private static List<HostileFile> table() {
    return List.of(
        edit("a quote that is never closed", COUNTRIES, "\nSY,", "\n\"SY,", ":2:1: this line has 1 values"),
        edit("a quote that is closed a book later", COUNTRIES, "\nSY,", "\n\"SY" + "x\n".repeat(100_000) + "\",",
            ":2:1: this value is longer than 10000"),
        text("a million columns", COUNTRIES, "code,nl,en" + ",a".repeat(1_000_000) + "\n", ": this file is larger than"),
        text("sixty thousand columns", COUNTRIES, "code,nl,en," + IntStream.range(0, 60_000).mapToObj(i -> "a" + i)
            .collect(Collectors.joining(",")) + "\nNL,x,y\n", ":1:1: this line has more than 100 values"),
        edit("lines without end", COUNTRIES, "\nSY,", "\n" + "x\n".repeat(200_000) + "SY,", ":2:1: this line has 1 values"),
        edit("a column twice", COUNTRIES, "code,nl,en", "code,nl,nl", ":1:1: a column stands in the first line twice"),
        edit("something behind a quote", COUNTRIES, "\nSY,", "\n\"SY\"x,", ":2:1: something stands behind"));
  }

  private static List<HostileFile> character() {
    String twoLines = PACKAGE + "// ok\n";
    return List.of(
        text("nothing, as a character", RULES, twoLines + "// \u0000\n", ":3:4: an invisible character"),
        text("nothing, in a text", FORM, "texts:\n  a: \"x\u0000\"\n", ":2:8: an invisible character"),
        edit("nothing, in a table", COUNTRIES, "Syri", "Sy\u0000ri", ":2:6: an invisible character"),
        text("a comment that reads backwards", RULES, twoLines + "/* \u202E } */\n", ":3:4: an invisible character"),
        text("a name that reads backwards", RULES, twoLines + "rule \"\u2066x\" when then conclude( new Family() ); end\n", ":3:7: an invisible character"),
        text("a code that reads backwards", FORM, "texts:\n  a: {nl: \"\\u202E\", en: b}\n", ":2:11: an invisible character"),
        text("an order to the terminal", FORM, "texts:\n  a: {nl: \"\\e[2J\", en: b}\n", ":2:11: an invisible character"),
        text("a line that ends for people only", RULES, twoLines + "// x\rrule \"x\" when then conclude( new Family() ); end\n",
            ":3:5: a line ends here as it did on old computers"),
        text("another line that ends for people only", RULES, twoLines + "// x\u2028rule\n", ":3:5: an invisible character"),
        bytes("two bytes a character", RULES, PACKAGE, StandardCharsets.UTF_16LE, ":1:2: an invisible character"),
        bytes("another alphabet", RULES, twoLines + "// é\n", StandardCharsets.ISO_8859_1, ":3:4: this character cannot be read"),
        text("a mark before windows lines", RULES, "\uFEFF" + PACKAGE.replace("\n", "\r\n") + "// ok\r\nrul\r\n", ":3:1: 'rul' is not allowed"));
  }

  private static List<HostileFile> kind() {
    return List.of(
        place("a device", root -> Files.createSymbolicLink(root.resolve(RULES), Path.of("/dev/zero")), RULES + NOT_PLAIN),
        place("a link to a folder", root -> Files.createSymbolicLink(root.resolve(RULES), root), RULES + NOT_PLAIN),
        place("a link to itself", root -> Files.createSymbolicLink(root.resolve(RULES), root.resolve(RULES)), RULES + NOT_PLAIN),
        place("a link to nowhere", root -> Files.createSymbolicLink(root.resolve(RULES), root.resolve("x")), RULES + NOT_PLAIN),
        place("a folder", root -> Files.createDirectory(root.resolve(RULES)), RULES + NOT_PLAIN),
        place("a pipe", root -> {
          try {
            assertThat(new ProcessBuilder("mkfifo", root.resolve(RULES).toString()).start().waitFor()).isZero();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }, RULES + NOT_PLAIN),
        place("a link to what only the server may read", root -> {
          write(root.resolve("var/answers.key"), "secret\n".getBytes(StandardCharsets.UTF_8));
          Files.createSymbolicLink(root.resolve(RULES), Path.of("../var/answers.key"));
        }, RULES + NOT_PLAIN),
        place("a name that reads backwards", root -> write(root.resolve("rules/\u202Elrd.drl"), new byte[0]),
            "rules/\uFFFDlrd.drl: the name of this file holds an invisible character"));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Makes the folder the made-up law again, without a moment in which it is nothing. */
  static void clean(Path root) {
    Map<String, String> base = Seeded.base();
    try {
      for (String folder : AuthorFiles.FOLDERS) {
        Files.createDirectories(root.resolve(folder));
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            String name = root.relativize(path).toString();
            if (base.keySet().stream().noneMatch(file -> file.equals(name) || file.startsWith(name + "/"))) {
              Files.delete(path);
            }
          }
        }
      }
      for (Map.Entry<String, String> file : base.entrySet()) {
        Path path = root.resolve(file.getKey());
        if (!Files.isRegularFile(path) || !Files.readString(path).equals(file.getValue())) {
          write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void plant(Path root) {
    try {
      planting.in(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
