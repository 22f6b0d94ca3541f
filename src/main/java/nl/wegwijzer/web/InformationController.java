package nl.wegwijzer.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.text.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages about Wegwijzer itself: privacy, accessibility, and what is being served. */
@Controller
class InformationController {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final KnowledgeBase knowledgeBase;

  InformationController(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  @GetMapping({"/nl/privacy", "/en/privacy"})
  ModelAndView privacy(Here here) {
    return text(here, "privacy", Map.of(Language.NL, "/nl/privacy", Language.EN, "/en/privacy"),
        List.of("answers", "purpose", "identity", "address", "clear", "shared"));
  }

  @GetMapping({"/nl/toegankelijkheid", "/en/accessibility"})
  ModelAndView accessibility(Here here) {
    return text(here, "accessibility", Map.of(Language.NL, "/nl/toegankelijkheid", Language.EN, "/en/accessibility"),
        List.of("aim", "no-script", "tested", "not-tested"));
  }

  private static ModelAndView text(Here here, String topic, Map<Language, String> addresses, List<String> keys) {
    List<String> paragraphs = keys.stream().map(key -> here.wording().text(topic + "-" + key)).toList();
    return Page.of(here, here.wording().text(topic + "-title"), addresses)
        .view("web/text").addObject("paragraphs", paragraphs);
  }

  @GetMapping({"/nl/status", "/en/status"})
  ModelAndView status(Here here) {
    Forms forms = here.forms();
    DateTimeFormatter moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(here.language().locale()).withZone(ZONE);
    return Page.of(here, here.wording().text("status-title"), "/status").view("web/status")
        .addObject("hash", here.knowledge().hash())
        .addObject("since", moment.format(knowledgeBase.since()))
        .addObject("counts", List.of(
            new Count("status-rules", here.knowledge().rules().rules().size()),
            new Count("status-questions", forms.questions().size()),
            new Count("status-conclusions", forms.conclusions().size()),
            new Count("status-journeys", forms.journeys().size())))
        .addObject("refused", knowledgeBase.refused());
  }

  /** How many there are of something. */
  record Count(String key, int number) {}
}
