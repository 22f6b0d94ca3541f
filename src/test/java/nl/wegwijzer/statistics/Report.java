package nl.wegwijzer.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** The report itself, beside the project; where it is absent its tests are skipped, but never on CI. */
record Report(List<String> lines) {

  private static final Path FILE = Path.of("../shared/report/staat-van-migratie-2024.md");
  private static final Path HERE = Path.of(System.getProperty("report", FILE.toString()));

  static Report read() {
    boolean ci = "true".equals(System.getenv("CI")) || Boolean.getBoolean("report.required");
    if (ci && !Files.exists(HERE)) {
      Assertions.fail("The report is not at " + FILE + ": on CI its numbers must be compared");
    }
    String skipped = "SKIPPED: the report is not at " + FILE + ", so its numbers cannot be compared";
    if (!Files.exists(HERE)) {
      System.out.println(skipped);
    }
    assumeTrue(Files.exists(HERE), skipped);
    try {
      return new Report(Files.readString(HERE).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String line(int number) {
    return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
  }

  /** Whether the line prints the text, not as a part of a longer number. */
  boolean prints(int line, String text) {
    return token(text).matcher(line(line)).find();
  }

  static Pattern token(String text) {
    String before = Character.isDigit(text.charAt(0)) ? "(?<![\\d.,])" : "";
    String after = Character.isDigit(text.charAt(text.length() - 1)) ? "(?!\\d|[.,]\\d)" : "";
    return Pattern.compile(before + Pattern.quote(text) + after);
  }
}
