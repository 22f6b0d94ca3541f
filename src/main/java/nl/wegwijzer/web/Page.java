package nl.wegwijzer.web;

import java.util.Map;
import nl.wegwijzer.text.Language;
import org.springframework.web.servlet.ModelAndView;

/**
 * The frame around a page.
 *
 * @param heading the page in a few words, for the title of the window
 * @param failed whether the page tells of mistakes in a form
 * @param addresses of this same page, per language
 * @param back where the back link leads, or null
 * @param dense whether the page uses the whole width
 * @param form id of a form whose content must survive a change of language, or null
 */
public record Page(Here here, String heading, boolean failed, Map<Language, String> addresses, String back,
    boolean dense, String form) {

  /** A page whose address is the same in both languages but for the language itself. */
  public static Page of(Here here, String heading, String pathAfterLanguage) {
    return of(here, heading, Map.of(Language.NL, "/nl" + pathAfterLanguage, Language.EN, "/en" + pathAfterLanguage));
  }

  public static Page of(Here here, String heading, Map<Language, String> addresses) {
    return new Page(here, heading, false, addresses, null, false, null);
  }

  public Page back(String address) {
    return new Page(here, heading, failed, addresses, address, dense, form);
  }

  public Page failed(boolean mistakes) {
    return new Page(here, heading, mistakes, addresses, back, dense, form);
  }

  public Page wide() {
    return new Page(here, heading, failed, addresses, back, true, form);
  }

  public Page switchedBy(String formId) {
    return new Page(here, heading, failed, addresses, back, dense, formId);
  }

  public ModelAndView view(String template) {
    return new ModelAndView(template).addObject("page", this).addObject("w", here.wording());
  }

  // --- for the layout

  public String title() {
    return here.wording().text(failed ? "site-error-page-title" : "site-page-title", Map.of("page", heading));
  }

  public String tag() {
    return here.language().tag();
  }

  public Language other() {
    return here.language() == Language.NL ? Language.EN : Language.NL;
  }

  /** The address of this page in the other language. */
  public String otherAddress() {
    return addresses.get(other());
  }

  public String home() {
    return "/" + tag();
  }

  public boolean isHome() {
    return home().equals(addresses.get(here.language()));
  }

  public boolean hasAnswers() {
    return !here.answers().isEmpty();
  }
}
