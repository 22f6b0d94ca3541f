package nl.wegwijzer.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.text.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Marks the official terms of the other language on a page with that language, so that they are read out as what they
 * are. The terms are in the interface wording, under {@code site-foreign-terms}.
 */
@Component
class ForeignTerms extends AbstractDialect implements IPostProcessorDialect {

  private static final int PRECEDENCE = 1000;

  ForeignTerms() {
    super("foreign terms");
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return PRECEDENCE;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, Marker.class, PRECEDENCE));
  }

  /** Goes through the finished page; Thymeleaf makes one for each. */
  public static final class Marker extends AbstractTemplateHandler {

    /** Elements that can hold no other element, or whose words are not prose. */
    private static final Set<String> PLAIN =
        Set.of("title", "option", "textarea", "script", "style", "svg", "code", "pre");
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private int plain;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
      plain += PLAIN.contains(tag.getElementCompleteName()) ? 1 : 0;
      super.handleOpenElement(tag);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
      plain -= PLAIN.contains(tag.getElementCompleteName()) ? 1 : 0;
      super.handleCloseElement(tag);
    }

    @Override
    public void handleText(IText text) {
      if (plain > 0 || text.length() < 2 || !isForCitizens()
          || !(getContext().getVariable("w") instanceof Wording wording)) {
        super.handleText(text);
        return;
      }
      Language other = wording.language() == Language.NL ? Language.EN : Language.NL;
      String marked = PATTERNS.computeIfAbsent(wording.text("site-foreign-terms"), Marker::anyOf)
          .matcher(text.getText()).replaceAll("<span lang=\"" + other.tag() + "\">$0</span>");
      super.handleText(marked.length() == text.length() ? text
          : getContext().getModelFactory().createText(marked));
    }

    /** Figures and rules quote names as they are; the rest speaks in sentences, also to somebody who only listens. */
    private boolean isForCitizens() {
      String template = getContext().getTemplateStack().get(0).getTemplate();
      return !template.startsWith("explorer/") && !template.startsWith("authoring/");
    }

    /** Longest first, so that a term within a term does not break it up. */
    private static Pattern anyOf(String terms) {
      return Pattern.compile("\\b(?:" + Arrays.stream(terms.split(", "))
          .sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote)
          .collect(Collectors.joining("|")) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
  }
}
