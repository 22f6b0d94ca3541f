package nl.wegwijzer.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, with what every page must pass: no findings, no messages, no sideways scroll. */
final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Playwright playwright = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
      .setExecutablePath(Path.of("/usr/bin/chromium")).setHeadless(true).setArgs(FLAGS));
  private final List<String> messages = new ArrayList<>();
  private BrowserContext context;

  /** A page of a fresh visitor. */
  Page visitor(int width, boolean javaScript) {
    if (context != null) {
      context.close();
    }
    messages.clear();
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900)
        .setJavaScriptEnabled(javaScript).setLocale("nl-NL").setReducedMotion(
            com.microsoft.playwright.options.ReducedMotion.REDUCE));
    Page page = context.newPage();
    page.onConsoleMessage(message -> messages.add(page.url() + " says " + message.type() + ": " + message.text()));
    page.onPageError(error -> messages.add(page.url() + " fails: " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith("http://localhost:")) {
        messages.add(page.url() + " asks elsewhere: " + request.url());
      }
    });
    return page;
  }

  /** What is wrong with the page as it stands; empty when nothing is. */
  List<String> findings(Page page) {
    List<String> findings = new ArrayList<>(messages);
    for (Rule rule : new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations()) {
      rule.getNodes().forEach(node -> findings.add(
          page.url() + " breaks " + rule.getId() + " at " + node.getTarget() + ": " + node.getHtml()));
    }
    findings.addAll(shape(page));
    return findings;
  }

  /** Sideways scroll, and targets that are too small to hit. */
  List<String> shape(Page page) {
    List<String> findings = new ArrayList<>();
    Object sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (((Number) sideways).intValue() > 0) {
      findings.add(page.url() + " scrolls sideways by " + sideways);
    }
    @SuppressWarnings("unchecked")
    List<String> small = (List<String>) page.evaluate("""
        () => [...document.querySelectorAll('main button, main .button, main .pick input, main input[type=text], main select')]
          .filter(e => !document.body.classList.contains('dense') && e.getClientRects().length
            && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)""");
    small.forEach(element -> findings.add(page.url() + " has a small target: " + element));
    return findings;
  }

  static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
        .setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
