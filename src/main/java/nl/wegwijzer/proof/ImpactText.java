package nl.wegwijzer.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.proof.Impact.Change;
import nl.wegwijzer.proof.Impact.QuestionChange;
import nl.wegwijzer.proof.Impact.RuleChange;

/** Writes an impact report for the terminal, as a page, and as JSON. */
public final class ImpactText {

  private static final String STYLE = "body{font-family:sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;"
      + "line-height:1.4}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;"
      + "padding:.4rem .6rem;border-bottom:1px solid #767676}td.n{text-align:right}";

  private ImpactText() {}

  public static String plain(Impact impact) {
    List<String> lines = new ArrayList<>();
    lines.add("knowledge " + impact.before() + " → " + impact.after());
    impact.rules().forEach(rule -> lines.add(rule(rule)));
    if (impact.rules().isEmpty()) {
      lines.add("no rule differs");
    }
    impact.questions().forEach(question -> lines.add(question(question)));
    impact.files().forEach(file -> lines.add("differs: " + file));
    lines.add("");
    impact.journeys().forEach(journey -> lines.add(journey(journey)));
    lines.add(cases(impact));
    byCause(impact).forEach((cause, changes) -> {
      lines.add("");
      lines.add("because of " + rule(cause));
      alike(changes).forEach(group -> {
        Change change = group.get(0);
        lines.add(String.format(Locale.ROOT, "  %s: %s → %s in %,d cases", names(group), change.from(), change.to(),
            change.cases()));
        lines.add("    smallest example: " + PathText.answers(change.on(), change.example()));
        lines.add("    was " + change.was() + "; becomes " + change.becomes());
      });
    });
    return String.join("\n", lines);
  }

  private static String journey(Impact.OfJourney journey) {
    return journey.journey() + news(journey) + ": " + (journey.kind() == Impact.Kind.CHANGED
        ? String.format(Locale.ROOT, "%,d of %,d path classes end with another advice", journey.changed(), journey.paths())
        : String.format(Locale.ROOT, "%,d path classes", journey.paths()));
  }

  /** That a journey is new or gone; nothing when both versions have it. */
  private static String news(Impact.OfJourney journey) {
    return switch (journey.kind()) {
      case ADDED -> " (new)";
      case REMOVED -> " (gone)";
      case CHANGED -> "";
    };
  }

  private static String cases(Impact impact) {
    if (impact.cases() == 0) {
      return "nobody gets another advice: whatever differs plays no part in it";
    }
    return String.format(Locale.ROOT, "%,d of %,d synthetic cases get another advice (seed %d)", impact.changed(), impact.cases(),
        impact.seed());
  }

  private static String rule(RuleChange rule) {
    return rule.kind().name().toLowerCase(Locale.ROOT) + ": \"" + rule.rule() + "\" (" + rule.place() + ")";
  }

  private static String question(QuestionChange question) {
    return question.kind().name().toLowerCase(Locale.ROOT) + ": question " + question.question()
        + (question.added().isEmpty() ? "" : "; now takes " + String.join(", ", question.added()))
        + (question.removed().isEmpty() ? "" : "; no longer takes " + String.join(", ", question.removed()));
  }

  /** Changes that happen to the same people in the same way are told once. */
  private static Collection<List<Change>> alike(List<Change> changes) {
    return changes.stream().collect(Collectors.groupingBy(change -> List.of(change.from(), change.to(), change.cases(),
        change.on(), change.example(), change.was(), change.becomes()), LinkedHashMap::new, Collectors.toList())).values();
  }

  private static String names(List<Change> alike) {
    return alike.stream().map(Change::conclusion).collect(Collectors.joining(", "));
  }

  private static Map<RuleChange, List<Change>> byCause(Impact impact) {
    return impact.changes().stream()
        .collect(Collectors.groupingBy(Change::cause, LinkedHashMap::new, Collectors.toList()));
  }

  /** A page that needs nothing else. */
  public static String html(Impact impact) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Impact of a change of the rules</title>\n<style>"
        + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>Impact of a change of the rules</h1>\n");
    html.append("<p>Knowledge ").append(impact.before()).append(" → ").append(impact.after()).append(". ")
        .append(escape(cases(impact))).append(".</p>\n<h2>What differs</h2>\n<ul>\n");
    impact.rules().forEach(rule -> html.append("<li>").append(escape(rule(rule))).append("</li>\n"));
    impact.questions().forEach(question -> html.append("<li>").append(escape(question(question))).append("</li>\n"));
    impact.files().forEach(file -> html.append("<li>").append(escape(file)).append("</li>\n"));
    html.append("</ul>\n<h2>Path classes</h2>\n<table>\n<thead><tr><th scope=\"col\">Journey</th><th scope=\"col\">"
        + "Path classes</th><th scope=\"col\">Another advice</th></tr></thead>\n<tbody>\n");
    impact.journeys().forEach(journey -> html.append(String.format(Locale.ROOT,
        "<tr><th scope=\"row\">%s%s</th><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>%n",
        escape(journey.journey()), news(journey), journey.paths(), journey.changed())));
    html.append("</tbody>\n</table>\n");
    byCause(impact).forEach((cause, changes) -> {
      html.append("<h2>").append(escape(rule(cause))).append("</h2>\n<table>\n<thead><tr><th scope=\"col\">About</th>"
          + "<th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">Cases</th>"
          + "<th scope=\"col\">Smallest example</th></tr></thead>\n<tbody>\n");
      alike(changes).forEach(group -> html.append(String.format(Locale.ROOT,
          "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td class=\"n\">%,d</td><td>%s</td></tr>%n",
          escape(names(group)), escape(group.get(0).was()), escape(group.get(0).becomes()), group.get(0).cases(),
          escape(PathText.answers(group.get(0).on(), group.get(0).example())))));
      html.append("</tbody>\n</table>\n");
    });
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  /** Plain maps and lists, to be written as JSON. */
  public static Map<String, Object> json(Impact impact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", impact.before());
    json.put("after", impact.after());
    json.put("rules", impact.rules());
    json.put("questions", impact.questions());
    json.put("files", impact.files());
    json.put("journeys", impact.journeys());
    json.put("cases", impact.cases());
    json.put("changed", impact.changed());
    json.put("seed", impact.seed());
    json.put("changes", impact.changes().stream().map(change -> {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("conclusion", change.conclusion());
      entry.put("from", change.from());
      entry.put("to", change.to());
      entry.put("cause", change.cause());
      entry.put("cases", change.cases());
      Map<String, Object> answers = new LinkedHashMap<>();
      change.example().forEach((question, answer) -> answers.put(question, answer.toJson()));
      entry.put("example", Map.of("on", change.on().toString(), "answers", answers));
      entry.put("was", change.was());
      entry.put("becomes", change.becomes());
      return entry;
    }).toList());
    return json;
  }
}
