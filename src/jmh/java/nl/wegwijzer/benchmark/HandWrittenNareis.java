package nl.wegwijzer.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.forms.Answer;

/**
 * The two decisions of the nareis journey, written out in Java with their failed conditions and open questions. It is
 * only a yardstick for the benchmark; {@link AdviceBenchmark} checks that it gives the
 * verdicts and the failed conditions of the rules.
 */
final class HandWrittenNareis {

  record Decision(Verdict verdict, List<String> failed, List<String> open) {

    /** Whether the rules come to the same verdict, for want of the same conditions. */
    boolean sameAs(nl.wegwijzer.advice.Decision.Goal goal) {
      return verdict == goal.verdict()
          && failed.equals(goal.failed().stream().map(unmet -> unmet.condition().id()).toList());
    }
  }

  private final Map<String, Answer> answers;

  HandWrittenNareis(Map<String, Answer> answers) {
    this.answers = answers;
  }

  Decision nareis() {
    List<String> failed = new ArrayList<>();
    List<String> open = new ArrayList<>();
    Verdict sponsor = sponsor(open);
    Verdict family = or(coreFamily(open), and(tie("parent", open), minorSponsor(open)));
    Verdict inTime = inTime(open);
    Verdict verdict = and(and(sponsor, family), inTime);
    boolean canFail = sponsor == Verdict.OPEN || inTime == Verdict.OPEN
        || family == Verdict.OPEN && !(isMinorSponsor() && is("parent"));
    if (verdict == Verdict.OPEN && !canFail && (sponsor == Verdict.UNSETTLED || inTime == Verdict.UNSETTLED)) {
      verdict = Verdict.UNSETTLED;
    }
    if (verdict == Verdict.NO) {
      addIfFailed(failed, "SponsorHasAsylumPermit", sponsor);
      addIfFailed(failed, "NareisFamilyMember", family);
      addIfFailed(failed, "NareisInTime", inTime);
    }
    return new Decision(verdict, failed, verdict == Verdict.OPEN ? open : List.of());
  }

  Decision siblings() {
    List<String> failed = new ArrayList<>();
    List<String> open = new ArrayList<>();
    Verdict sponsor = sponsor(open);
    Verdict sibling = and(tie("sibling", open), minorSponsor(open));
    Verdict together = together(open);
    Verdict verdict = and(and(sponsor, sibling), together);
    boolean canFail = sponsor == Verdict.OPEN || sibling == Verdict.OPEN && !(isMinorSponsor() && is("sibling"));
    if (verdict == Verdict.OPEN && !canFail && (sponsor == Verdict.UNSETTLED || sibling == Verdict.UNSETTLED
        || together == Verdict.UNSETTLED)) {
      verdict = Verdict.UNSETTLED;
    }
    if (verdict == Verdict.NO) {
      addIfFailed(failed, "SponsorHasAsylumPermit", sponsor);
      addIfFailed(failed, "SiblingOfMinorSponsor", sibling);
      addIfFailed(failed, "SiblingFiledWithParents", together);
    }
    return new Decision(verdict, failed, verdict == Verdict.OPEN ? open : List.of());
  }

  /** Then the sponsor's age can leave the family tie open, and never undo it. */
  private boolean isMinorSponsor() {
    return answers.get("SponsorIsUnaccompaniedMinor") instanceof Answer.YesNo unaccompanied && unaccompanied.yes();
  }

  private boolean is(String expected) {
    return answers.get("FamilyTie") instanceof Answer.Choice tie && tie.value().equals(expected);
  }

  private Verdict sponsor(List<String> open) {
    if (!(answers.get("SponsorAsylumStatus") instanceof Answer.Choice status)) {
      open.add("SponsorAsylumStatus");
      return Verdict.OPEN;
    }
    return switch (status.value()) {
      case "own-permit" -> Verdict.YES;
      case "derived-permit" -> Verdict.UNSETTLED;
      default -> Verdict.NO;
    };
  }

  private Verdict coreFamily(List<String> open) {
    if (!(answers.get("FamilyTie") instanceof Answer.Choice tie)) {
      open.add("FamilyTie");
      return Verdict.OPEN;
    }
    return switch (tie.value()) {
      case "spouse", "partner", "minor-child", "foster-child" -> Verdict.YES;
      case "adult-child" -> Verdict.UNSETTLED;
      default -> Verdict.NO;
    };
  }

  private Verdict tie(String expected, List<String> open) {
    if (!(answers.get("FamilyTie") instanceof Answer.Choice tie)) {
      open.add("FamilyTie");
      return Verdict.OPEN;
    }
    return tie.value().equals(expected) ? Verdict.YES : Verdict.NO;
  }

  private Verdict minorSponsor(List<String> open) {
    Verdict unaccompanied = yes("SponsorIsUnaccompaniedMinor", open);
    Verdict eighteen = yes("SponsorTurnedEighteen", open);
    if (eighteen == Verdict.YES) {
      return unaccompanied == Verdict.YES ? Verdict.UNSETTLED : unaccompanied;
    }
    return and(unaccompanied, not(eighteen));
  }

  private Verdict together(List<String> open) {
    Verdict together = yes("FiledTogetherWithParents", open);
    return together == Verdict.NO ? Verdict.UNSETTLED : together;
  }

  private Verdict inTime(List<String> open) {
    LocalDate granted = date("AsylumPermitGrantedOn", open);
    LocalDate requested = date("NareisRequestedOn", open);
    if (granted == null || requested == null) {
      return Verdict.OPEN;
    }
    return requested.isAfter(granted.plusMonths(3)) ? Verdict.NO : Verdict.YES;
  }

  private Verdict yes(String question, List<String> open) {
    if (!(answers.get(question) instanceof Answer.YesNo answer)) {
      open.add(question);
      return Verdict.OPEN;
    }
    return answer.yes() ? Verdict.YES : Verdict.NO;
  }

  private LocalDate date(String question, List<String> open) {
    if (!(answers.get(question) instanceof Answer.Date answer)) {
      open.add(question);
      return null;
    }
    return answer.date();
  }

  private static void addIfFailed(List<String> failed, String condition, Verdict verdict) {
    if (verdict == Verdict.NO) {
      failed.add(condition);
    }
  }

  private static Verdict not(Verdict a) {
    return a == Verdict.YES ? Verdict.NO : a == Verdict.NO ? Verdict.YES : a;
  }

  private static Verdict and(Verdict a, Verdict b) {
    if (a == Verdict.NO || b == Verdict.NO) {
      return Verdict.NO;
    }
    if (a == Verdict.OPEN || b == Verdict.OPEN) {
      return Verdict.OPEN;
    }
    return a == Verdict.UNSETTLED ? a : b;
  }

  private static Verdict or(Verdict a, Verdict b) {
    return not(and(not(a), not(b)));
  }
}
