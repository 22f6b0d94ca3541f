package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Question;

/** What rules can test of an answer: the properties of each type of question, and their values. */
final class Properties {

  static final Map<String, ValueType> OF_REFERENCE_DATE = Map.of("date", ValueType.DAY);

  private Properties() {}

  static Map<String, ValueType> of(Question question) {
    return switch (question.type()) {
      case YES_NO -> Map.of("yes", ValueType.TRUTH);
      case CHOICE -> Map.of("value", ValueType.TEXT);
      case CHOICES -> Map.of("values", ValueType.TEXTS);
      case NUMBER -> Map.of("value", ValueType.WHOLE);
      case DATE -> OF_REFERENCE_DATE;
      case PERIOD -> Map.of("unit", ValueType.TEXT, "amount", ValueType.WHOLE);
      case COUNTRY -> {
        Map<String, ValueType> all = new LinkedHashMap<>();
        all.put("code", ValueType.TEXT);
        question.countries().properties().forEach((column, type) ->
            all.put(column, type == Boolean.class ? ValueType.TRUTH : ValueType.TEXT));
        yield all;
      }
    };
  }

  /** The texts a property can hold, or an empty set when any text will do. */
  static Set<String> texts(Question question, String property) {
    return switch (question.type()) {
      case CHOICE, CHOICES -> question.options().stream().map(Question.Option::id)
          .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
      case PERIOD -> Set.of("days", "months");
      case COUNTRY -> property.equals("code")
          ? question.countries().all().stream().map(country -> country.code())
              .collect(java.util.stream.Collectors.toSet())
          : question.countries().valuesOf(property);
      default -> Set.of();
    };
  }

  static Object value(Answer answer, String property) {
    if (answer instanceof Answer.YesNo yesNo) {
      return yesNo.yes();
    } else if (answer instanceof Answer.Choice choice) {
      return choice.value();
    } else if (answer instanceof Answer.Date date) {
      return date.date();
    } else if (answer instanceof Answer.Number number) {
      return number.value();
    } else if (answer instanceof Answer.Country country) {
      return property.equals("code") ? country.country().code() : country.country().properties().get(property);
    } else if (answer instanceof Answer.Period period) {
      return property.equals("amount") ? period.amount()
          : period.unit() == Answer.Period.Unit.DAYS ? "days" : (Object) "months";
    } else if (answer instanceof Answer.Choices choices) {
      return choices.values();
    }
    throw new IllegalArgumentException("an unknown answer has no " + property);
  }

  static Answer referenceDate(LocalDate on) {
    return new Answer.Date(on);
  }
}
