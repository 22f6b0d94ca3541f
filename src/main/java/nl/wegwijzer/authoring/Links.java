package nl.wegwijzer.authoring;

import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Sections.Section;

/** The addresses of the pages for authors in one language. */
record Links(Forms forms, Language language) {

  static final String BASE = "/authoring";

  String start() {
    return "/" + language.tag() + BASE;
  }

  String rule(Rule rule) {
    return start() + "/rules/" + Slugs.of(rule.name());
  }

  /** The page of a question or conclusion; null for the reference date, which has none. */
  String of(String id) {
    return forms.questions().containsKey(id) ? start() + "/questions/" + id
        : forms.conclusions().containsKey(id) ? start() + "/conclusions/" + id : null;
  }

  String outcome(String goal) {
    return forms.outcomes().containsKey(goal) ? start() + "/outcomes/" + goal : of(goal);
  }

  String journey(Journey journey) {
    return start() + "/journeys/" + journey.id();
  }

  String section(Section section) {
    return start() + "/sections/" + Slugs.of(section.id());
  }

  /** The page of a file with rules. */
  String file(String file) {
    return start() + "/files/" + file;
  }

  /** The page of a file with rules, at a line. */
  String file(String file, int line) {
    return file(file) + "#L" + line;
  }

  String playground(Trial trial) {
    return start() + "/playground?case=" + trial.place();
  }
}
