package nl.wegwijzer.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The counts of the path proof as they are kept in {@code rules/paths.yaml} and compared in the build. */
public final class PathFile {

  public static final String NAME = "rules/paths.yaml";
  private static final String HEAD = "# yaml-language-server: $schema=paths.schema.json\n# What the path proof found: counts, not pages. Renew with `explore --write` after"
      + " a change of the rules,\n# and read the difference before committing it.\n";

  private PathFile() {}

  public static String of(List<PathReport> reports) {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (PathReport report : reports) {
      yaml.append(report.journey()).append(":\n");
      entries(report).forEach((key, value) -> yaml.append("  ").append(key).append(": ").append(value).append('\n'));
    }
    Set<String> silent = silent(reports);
    yaml.append("firesOnNoPath:").append(silent.isEmpty() ? " []" : "").append('\n');
    silent.forEach(rule -> yaml.append("  - ").append(rule).append('\n'));
    return yaml.toString();
  }

  /** Rules that belong to some journey, and fire on no path of any. */
  public static Set<String> silent(List<PathReport> reports) {
    Set<String> silent = new TreeSet<>();
    reports.forEach(report -> silent.addAll(report.silent()));
    reports.forEach(report -> silent.removeAll(report.fired()));
    return silent;
  }

  private static Map<String, Object> entries(PathReport report) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("diagram", '"' + report.hash() + '"');
    if (report.apart()) {
      entries.put("bounded", "each goal on its own");
    }
    entries.put("paths", report.paths());
    entries.put("states", report.states());
    entries.put("longest", report.longest());
    entries.put("median", report.median());
    entries.put("unreachable", list(report.unreachable().stream().map(verdict -> '"' + verdict + '"').toList()));
    entries.put("idleAfterDontKnow", report.needless().stream()
        .map(found -> found.question() + ": " + found.states()).collect(Collectors.joining(", ", "{", "}")));
    return entries;
  }

  private static String list(List<String> items) {
    return "[" + String.join(", ", items) + "]";
  }
}
