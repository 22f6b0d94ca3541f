package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Test;
import nl.wegwijzer.text.Language;

/** The advice as the JSON of API v1: maps, lists and plain values, the same order every time. */
public final class AdviceJson {

  private final Forms forms;
  private final Wording wording;

  public AdviceJson(Forms forms, Language language) {
    this.forms = forms;
    this.wording = new Wording(forms, language);
  }

  public Map<String, Object> of(Advice advice) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("knowledge", advice.knowledge());
    json.put("on", advice.on().toString());
    json.put("status", advice.isSettled() ? "settled" : "open");
    json.put("next", advice.next().stream().map(this::ask).toList());
    json.put("atMostRemaining", advice.atMostRemaining());
    json.put("goals", advice.goals().stream().map(this::goal).toList());
    return json;
  }

  private Map<String, Object> ask(Advice.Ask ask) {
    return map("question", ask.question(), "text", forms.question(ask.question()).ask().in(wording.language()),
        "because", ask.because().stream().map(need -> map("goal", need.goal(), "conclusion", need.conclusion(),
            "text", wording.label(need.conclusion()), "rule", need.rule().name(), "source", source(need.rule())))
            .toList());
  }

  private Map<String, Object> goal(Advice.Goal goal) {
    Map<String, Object> json = map("id", goal.id(), "verdict", goal.verdict().word());
    json.put("certainty", goal.certainty() == null ? null : goal.certainty().word());
    Outcome outcome = forms.outcomes().get(goal.id());
    json.put("headline", outcome == null ? conclusionSentence(goal) : wording.headline(goal));
    json.put("because", goal.because().stream().map(this::reason).toList());
    json.put("failed", goal.failed().stream().map(this::failure).toList());
    json.put("openOn", goal.openOn().stream().map(open -> map("question", open.question(), "text",
        wording.label(open.question()), "unknown", open.dontKnow(), "conclusion", open.conclusion(), "rule",
        open.rule().name(), "source", source(open.rule()))).toList());
    json.put("checklist", goal.checklist().stream().map(this::row).toList());
    json.put("values", plain(goal.values()));
    json.put("deadlines", goal.deadlines().stream().map(deadline -> map("id", deadline.conclusion(), "text",
        wording.label(deadline.conclusion()), "date", deadline.date().toString(), "countedFrom",
        deadline.countedFrom(), "convention", wording.convention(deadline))).toList());
    json.put("details", goal.details().stream().map(this::reason).toList());
    json.put("nextSteps", outcome == null ? List.of() : wording.now(goal));
    json.put("documents", outcome == null ? List.of() : wording.documents(goal));
    json.put("authority", outcome == null ? null : wording.authority(goal).orElse(null));
    json.put("statistics", outcome == null ? List.of() : outcome.statistics());
    json.put("follow", outcome == null ? List.of() : outcome.follow());
    return json;
  }

  /** A conclusion that is no outcome of its own can still be asked for; it then speaks with its own sentence. */
  private String conclusionSentence(Advice.Goal goal) {
    var conclusion = forms.conclusion(goal.id());
    return switch (goal.verdict()) {
      case YES -> wording.sentence(goal.because().get(0));
      case NO -> conclusion.notMet().in(wording.language());
      default -> conclusion.open().in(wording.language());
    };
  }

  private Map<String, Object> row(Advice.Row row) {
    return map("id", row.id(), "label", wording.label(row), "state", row.state().word(), "negated", row.negated(),
        "text", wording.sentence(row), "source", source(row.rule()));
  }

  private Map<String, Object> reason(Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (reason instanceof Reason.Concluded concluded) {
      json.put("conclusion", concluded.conclusion());
      rule(json, concluded.rule());
      json.put("certainty", concluded.certainty().word());
      if (!concluded.values().isEmpty()) {
        json.put("value", plain(concluded.values()));
      }
      json.put("text", wording.sentence(reason));
      json.put("children", concluded.because().stream().map(this::reason).toList());
    } else if (reason instanceof Reason.LeftOpen leftOpen) {
      json.put("conclusion", leftOpen.conclusion());
      json.put("unsettled", true);
      rule(json, leftOpen.rule());
      json.put("text", wording.sentence(reason));
      json.put("children", leftOpen.because().stream().map(this::reason).toList());
    } else if (reason instanceof Reason.Absent absent) {
      json.put("conclusion", absent.conclusion());
      json.put("not", true);
      json.put("certainty", absent.certainty().word());
      json.put("text", wording.sentence(reason));
      json.put("children", absent.because().stream().map(this::failure).toList());
    } else if (reason instanceof Reason.Answered answered) {
      json.put("answer", answered.question());
      json.put("value", answered.given().toJson());
      json.put("required", wording.required(answered.question(), answered.required()));
      json.put("text", wording.sentence(reason));
    } else if (reason instanceof Reason.OnDate onDate) {
      json.put("answer", "ReferenceDate");
      json.put("value", onDate.on().toString());
      json.put("required", tests(onDate.required()));
      json.put("text", wording.sentence(reason));
    }
    return json;
  }

  private Map<String, Object> failure(Failure failure) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (failure instanceof Failure.NotMet notMet) {
      json.put("conclusion", notMet.conclusion());
      json.put("text", wording.sentence(failure));
      List<Object> ways = new ArrayList<>();
      notMet.ways().forEach(way -> {
        Map<String, Object> lacking = new LinkedHashMap<>();
        rule(lacking, way.rule());
        lacking.put("failed", way.failed().stream().map(this::failure).toList());
        ways.add(lacking);
      });
      json.put("ways", ways);
    } else if (failure instanceof Failure.WrongAnswer wrong) {
      json.put("question", wrong.question());
      rule(json, wrong.rule());
      json.put("given", wrong.given().toJson());
      json.put("required", wording.required(wrong.question(), wrong.required()));
      json.put("text", wording.sentence(failure));
    } else if (failure instanceof Failure.WrongValue wrong) {
      json.put("conclusion", wrong.conclusion());
      rule(json, wrong.rule());
      json.put("required", tests(wrong.required()));
      json.put("text", wording.sentence(failure));
      json.put("given", reason(wrong.because()));
    } else if (failure instanceof Failure.Excluded excluded) {
      json.put("conclusion", excluded.conclusion());
      json.put("excludes", true);
      rule(json, excluded.rule());
      json.put("text", wording.sentence(failure));
      json.put("because", reason(excluded.because()));
    } else if (failure instanceof Failure.WrongDate wrong) {
      json.put("question", "ReferenceDate");
      rule(json, wrong.rule());
      json.put("given", wrong.on().toString());
      json.put("required", tests(wrong.required()));
      json.put("text", wording.sentence(failure));
    }
    return json;
  }

  private String tests(List<Test> tests) {
    return wording.required("ReferenceDate", tests);
  }

  private void rule(Map<String, Object> json, Rule rule) {
    json.put("rule", rule.name());
    json.put("source", source(rule));
  }

  private String source(Rule rule) {
    return wording.source(rule);
  }

  private static Map<String, Object> plain(Map<String, Object> values) {
    Map<String, Object> plain = new LinkedHashMap<>();
    values.forEach((key, value) -> plain.put(key,
        value instanceof Number || value instanceof Boolean ? value : value.toString()));
    return plain;
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
