package nl.wegwijzer.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.AdviceJson;
import nl.wegwijzer.knowledge.CaseReader.Mistake;
import nl.wegwijzer.knowledge.CaseReader.ReadCase;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Advice as programs ask for it: the bytes of a case in, those of the advice out; the same from the API and a file. */
public final class JsonAdvice {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // As a double, nearly nothing would be nothing.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String NOT_A_CASE =
      "a case is one JSON object, for example {\"journey\": \"Nareis\", \"answers\": {\"FamilyTie\": \"spouse\"}}";

  /** The advice, or everything that is wrong with the case. */
  public sealed interface Reply {

    /** The advice as JSON in UTF-8. */
    record Advised(byte[] json) implements Reply {}

    /** Why there is no advice. */
    record Refused(List<Mistake> mistakes) implements Reply {}
  }

  private JsonAdvice() {}

  /**
   * Advises on one case.
   *
   * @param today the reference date when the case names none
   */
  public static Reply of(Knowledge knowledge, byte[] json, LocalDate today) {
    Object body;
    try {
      body = JSON.readValue(json, Object.class);
    } catch (StreamReadException e) {
      return refused(place(e.getLocation()) + "this is not JSON: " + Mistake.shown(e.getOriginalMessage()));
    } catch (NumberFormatException e) {
      return refused("a number in this case has more digits than can be counted");
    } catch (JacksonException e) {
      // Nothing, more than one thing, or a tower of brackets.
      return refused(NOT_A_CASE);
    }
    if (!(body instanceof Map<?, ?> given)) {
      return refused(NOT_A_CASE);
    }
    ReadCase read = CaseReader.read(knowledge, given, today);
    return read.value().<Reply>map(found -> new Reply.Advised(JSON.writeValueAsBytes(
            new AdviceJson(knowledge.forms(), read.language()).of(knowledge.advisor().advise(found)))))
        .orElseGet(() -> new Reply.Refused(read.mistakes()));
  }

  private static Reply refused(String detail) {
    return new Reply.Refused(List.of(new Mistake("", detail)));
  }

  private static String place(TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1 ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }
}
