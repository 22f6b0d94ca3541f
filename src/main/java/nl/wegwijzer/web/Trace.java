package nl.wegwijzer.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Failure;
import nl.wegwijzer.advice.Reason;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Test;

/** Lays out proofs and refusals as nested lists in the words of one language. */
public final class Trace {

  /**
   * One line of the reasoning.
   *
   * @param state whether what it says is met, not met, or not settled; null for a line that only groups
   * @param given the answer given, or empty
   * @param required what the rule asks for, or empty
   * @param rule the rule as its author named it, or empty
   */
  public record Node(Verdict state, String text, String given, String required, String rule, List<String> sources,
      List<Node> children) {}

  /** An answer at the bottom of a proof or refusal, with what was asked of it. */
  public record Leaf(String question, String label, String given, String required, String explain) {}

  private final Wording wording;

  public Trace(Wording wording) {
    this.wording = wording;
  }

  public List<Node> reasons(List<Reason> reasons) {
    return reasons.stream().map(this::node).toList();
  }

  public List<Node> failures(List<Failure> failures) {
    return failures.stream().map(this::node).toList();
  }

  public Node node(Reason reason) {
    if (reason instanceof Reason.Concluded concluded) {
      return by(Verdict.YES, wording.sentence(reason), concluded.rule(), reasons(concluded.because()));
    }
    if (reason instanceof Reason.LeftOpen open) {
      return by(Verdict.UNSETTLED, wording.sentence(reason), open.rule(), reasons(open.because()));
    }
    if (reason instanceof Reason.Absent absent) {
      return line(Verdict.YES, wording.sentence(reason), failures(absent.because()));
    }
    if (reason instanceof Reason.Answered answered) {
      return answer(Verdict.YES, answered.question(), answered.given(), answered.required());
    }
    return line(Verdict.YES, wording.sentence(reason), List.of());
  }

  public Node node(Failure failure) {
    if (failure instanceof Failure.NotMet notMet) {
      List<Node> ways = new ArrayList<>();
      for (Failure.Way way : notMet.ways()) {
        ways.add(by(null, "", way.rule(), failures(way.failed())));
      }
      if (ways.size() == 1) {
        Node only = ways.get(0);
        return new Node(Verdict.NO, wording.sentence(failure), "", "", only.rule(), only.sources(), only.children());
      }
      for (int i = 0; i < ways.size(); i++) {
        Node way = ways.get(i);
        ways.set(i, new Node(null, wording.text("outcome-change-way", Map.of("n", i + 1)), "", "", way.rule(),
            way.sources(), way.children()));
      }
      return line(Verdict.NO, wording.sentence(failure), ways);
    }
    if (failure instanceof Failure.WrongAnswer wrong) {
      return answer(Verdict.NO, wrong.question(), wrong.given(), wrong.required());
    }
    if (failure instanceof Failure.WrongValue wrong) {
      return new Node(Verdict.NO, wording.sentence(failure), "", required("", wrong.required()), "", List.of(),
          List.of(node(wrong.because())));
    }
    if (failure instanceof Failure.Excluded excluded) {
      return line(Verdict.NO, wording.text("condition-blocked-by",
          Map.of("label", wording.label(excluded.conclusion()))), List.of(node(excluded.because())));
    }
    return line(Verdict.NO, wording.sentence(failure), List.of());
  }

  private Node answer(Verdict state, String question, Answer given, List<Test> required) {
    return new Node(state, wording.label(question), wording.answer(question, given), required(question, required), "",
        List.of(), List.of());
  }

  private Node by(Verdict state, String text, Rule rule, List<Node> children) {
    return new Node(state, text, "", "", rule.name(), wording.sources(rule), children);
  }

  private static Node line(Verdict state, String text, List<Node> children) {
    return new Node(state, text, "", "", "", List.of(), children);
  }

  private String required(String question, List<Test> tests) {
    return tests.isEmpty() ? "" : wording.required(question, tests);
  }

  // --- answers at the bottom

  /** The answers on which a row of a checklist rests, each once. */
  public List<Leaf> leaves(Advice.Row row) {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    if (row.met() != null) {
      collect(row.met(), leaves);
    }
    if (row.unmet() != null) {
      collect(row.unmet(), true, leaves);
    }
    return List.copyOf(leaves.values());
  }

  private void collect(Reason reason, Map<String, Leaf> into) {
    if (reason instanceof Reason.Concluded concluded) {
      concluded.because().forEach(below -> collect(below, into));
    } else if (reason instanceof Reason.LeftOpen open) {
      open.because().forEach(below -> collect(below, into));
    } else if (reason instanceof Reason.Absent absent) {
      // Here it is good that the condition fails, so what would meet it is not asked of anybody.
      absent.because().forEach(below -> collect(below, false, into));
    } else if (reason instanceof Reason.Answered answered) {
      into.putIfAbsent(answered.question(), leaf(answered.question(), answered.given(), ""));
    }
  }

  private void collect(Failure failure, boolean required, Map<String, Leaf> into) {
    if (failure instanceof Failure.NotMet notMet) {
      notMet.ways().forEach(way -> way.failed().forEach(below -> collect(below, required, into)));
    } else if (failure instanceof Failure.WrongAnswer wrong) {
      Leaf here = leaf(wrong.question(), wrong.given(),
          required ? required(wrong.question(), wrong.required()) : "");
      into.merge(wrong.question(), here, this::either);
    } else if (failure instanceof Failure.WrongValue wrong) {
      collect(wrong.because(), into);
    } else if (failure instanceof Failure.Excluded excluded) {
      collect(excluded.because(), into);
    }
  }

  /** Two rules that ask different things of the same answer: either would do. */
  private Leaf either(Leaf one, Leaf other) {
    if (one.required().equals(other.required()) || other.required().isEmpty()) {
      return one;
    }
    return new Leaf(one.question(), one.label(), one.given(), one.required().isEmpty() ? other.required()
        : one.required() + " " + wording.text("site-or") + " " + other.required(), one.explain());
  }

  private Leaf leaf(String question, Answer given, String required) {
    return new Leaf(question, wording.label(question), wording.answer(question, given), required,
        wording.explain(question, given).orElse(""));
  }
}
