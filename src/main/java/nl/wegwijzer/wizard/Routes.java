package nl.wegwijzer.wizard;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.text.Language;

/** The addresses of the wizard; no answer ever stands in one. */
final class Routes {

  private Routes() {}

  static String start(Language language) {
    return "/" + language.tag();
  }

  static String journey(Journey journey, Language language) {
    return start(language) + "/" + journey.slug().in(language);
  }

  static String question(Journey journey, String question, Language language) {
    return journey(journey, language) + (language == Language.NL ? "/vraag/" : "/question/") + question;
  }

  static String answers(Journey journey, Language language) {
    return journey(journey, language) + (language == Language.NL ? "/antwoorden" : "/answers");
  }

  static String advice(Journey journey, Language language) {
    return journey(journey, language) + (language == Language.NL ? "/advies" : "/advice");
  }

  static String calendar(Journey journey, String conclusion, Language language) {
    return advice(journey, language) + "/" + conclusion + ".ics";
  }

  static String clear(Language language) {
    return start(language) + (language == Language.NL ? "/wissen" : "/clear");
  }

  static Map<Language, String> each(Function<Language, String> address) {
    Map<Language, String> each = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      each.put(language, address.apply(language));
    }
    return each;
  }
}
