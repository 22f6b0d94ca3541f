package nl.wegwijzer.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody who walks a journey from its introduction to its outcome, by clicking and typing as people do. */
final class Traveller {

  private static final int MAX_QUESTIONS = 30;
  private static final Map<String, String> DATES = Map.ofEntries(
      Map.entry("AsylumPermitGrantedOn", "10 1 2024"), Map.entry("NareisRequestedOn", "8 4 2024"),
      Map.entry("MvvGrantedOn", "1 3 2024"), Map.entry("MvvCollectedOn", "2 4 2024"),
      Map.entry("NareisArrivalOn", "1 5 2024"));
  private static final String DATE = "1 2 2023";

  private final Page page;
  private final Consumer<String> look;
  private final List<String> asked = new ArrayList<>();

  /**
   * A traveller.
   *
   * @param look is told the kind of each page as it stands
   */
  Traveller(Page page, Consumer<String> look) {
    this.page = page;
    this.look = look;
  }

  /** Walks from an introduction to the outcome and returns the words of the advice. */
  String walk(String introduction) {
    page.navigate(introduction);
    look.accept("introduction");
    page.locator("main summary").first().click();
    page.locator("#on-day").fill("15");
    page.locator("#on-month").fill("5");
    page.locator("#on-year").fill("2024");
    next();
    while (page.url().contains("/vraag/") || page.url().contains("/question/")) {
      if (asked.size() == MAX_QUESTIONS) {
        throw new AssertionError("no end to the questions: " + asked);
      }
      asked.add(page.url().substring(page.url().lastIndexOf('/') + 1));
      look.accept("question-" + asked.get(asked.size() - 1));
      answer(asked.get(asked.size() - 1));
      next();
    }
    look.accept("answers");
    page.locator("main .buttons .button").first().click();
    look.accept("outcome");
    return words();
  }

  List<String> asked() {
    return asked;
  }

  /** The advice as words, without the parts that a script may add. */
  String words() {
    return String.join("\n", page.locator("main article.goal").allTextContents()).replaceAll("\\s+", " ");
  }

  private void next() {
    page.locator("main form button[type=submit]").first().click();
  }

  private void answer(String question) {
    Locator first = page.locator("#answer");
    if (page.locator("#answer-day").count() > 0) {
      String[] parts = DATES.getOrDefault(question, DATE).split(" ");
      page.locator("#answer-day").fill(parts[0]);
      page.locator("#answer-month").fill(parts[1]);
      page.locator("#answer-year").fill(parts[2]);
    } else if (page.locator("#answer-amount").count() > 0) {
      page.locator("#answer-amount").fill("6");
      page.locator("#answer-unit").selectOption("M");
    } else if (page.locator("select#answer").count() > 0) {
      first.selectOption("SY");
    } else if (page.locator("input[type=text]#answer").count() > 0) {
      first.fill("20");
    } else {
      page.locator("label[for=answer]").click();
    }
  }
}
