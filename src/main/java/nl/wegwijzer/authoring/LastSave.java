package nl.wegwijzer.authoring;

import java.util.List;
import nl.wegwijzer.knowledge.KnowledgeBase;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page for authors what is wrong with the files as they are now: a page shows the last good version. */
@ControllerAdvice(basePackageClasses = LastSave.class)
class LastSave {

  private final KnowledgeBase knowledgeBase;

  LastSave(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  @ModelAttribute("refused")
  List<KnowledgeBase.Refused> refused() {
    return knowledgeBase.refused();
  }
}
