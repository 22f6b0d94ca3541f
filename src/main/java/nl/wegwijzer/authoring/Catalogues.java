package nl.wegwijzer.authoring;

import nl.wegwijzer.knowledge.Knowledge;
import org.springframework.stereotype.Component;

/** Keeps the catalogue of the version that was asked for last, and what it changed. */
@Component
class Catalogues {

  private volatile Catalogue last;

  Catalogue of(Knowledge knowledge) {
    Catalogue found = last;
    if (found == null || found.knowledge() != knowledge) {
      found = new Catalogue(knowledge, found == null ? null : Changes.between(found.knowledge(), knowledge));
      last = found;
    }
    return found;
  }
}
