package nl.wegwijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.wegwijzer.Project;
import nl.wegwijzer.knowledge.JsonAdvice;
import nl.wegwijzer.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Random bodies, from nearly right to no JSON at all: each gets an advice or problems that can be written down. */
class FuzzTest {

  private static final long SEED = 20240515;
  private static final LocalDate TODAY = LocalDate.of(2024, 5, 15);
  private static final String[] WORDS = {"", " ", "SY", "yes", "unknown", "spouse", "2024-02-30", "2024-05-15",
      "0000-00-00", "99999-12-31", "-1-1-1", "P3M", "P99999Y", "p1d", "\u202e", "\u0000", "\ud83d\ude00", "\ud800", "{}",
      "'; --", "<script>", "İ", "٣", "x".repeat(3000)};

  private final Knowledge knowledge = Project.knowledge();
  private final JsonMapper json = JsonMapper.shared();
  private final Random random = new Random(SEED);

  @Test
  void noBodyIsTooStrange() {
    int advised = 0;
    for (int n = 0; n < 20_000; n++) {
      byte[] body = body(n);
      try {
        JsonAdvice.Reply reply = JsonAdvice.of(knowledge, body, TODAY);
        if (reply instanceof JsonAdvice.Reply.Refused refused) {
          assertThat(refused.mistakes()).isNotEmpty();
          json.writeValueAsBytes(refused.mistakes());
        } else {
          advised++;
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + SEED + ", body " + n + ": " + new String(body, StandardCharsets.UTF_8), e);
      }
    }
    assertThat(advised).isBetween(1000, 15_000);
  }

  private byte[] body(int n) {
    Map<String, Object> body = new LinkedHashMap<>();
    boolean wild = n % 3 == 0;
    if (random.nextInt(10) > 0) {
      body.put("journey", wild ? value(2) : pick(knowledge.forms().journeys().keySet()));
    }
    if (random.nextInt(4) == 0) {
      body.put("goals", wild ? value(2) : List.of(pick(knowledge.forms().conclusions().keySet())));
    }
    if (random.nextInt(3) == 0) {
      body.put("on", wild ? value(1) : TODAY.plusDays(random.nextInt(900) - 450).toString());
    }
    if (random.nextInt(3) == 0) {
      body.put("language", wild ? value(1) : "nl");
    }
    if (wild && random.nextInt(3) == 0) {
      body.put(word(), value(3));
    }
    Map<String, Object> answers = new LinkedHashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      String id = pick(knowledge.forms().questions().keySet());
      answers.put(wild && random.nextInt(5) == 0 ? word() : id, wild ? value(3) : likely(id));
    }
    body.put("answers", wild && random.nextInt(9) == 0 ? value(2) : answers);
    byte[] bytes = text(body).getBytes(StandardCharsets.UTF_8);
    if (n % 5 == 0) {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private Object likely(String id) {
    var question = knowledge.forms().question(id);
    return switch (question.type()) {
      case YES_NO -> random.nextBoolean();
      case CHOICE -> question.options().get(random.nextInt(question.options().size())).id();
      case CHOICES -> List.of(question.options().get(0).id());
      case NUMBER -> random.nextInt(100);
      case DATE -> TODAY.minusDays(random.nextInt(3000)).toString();
      case COUNTRY -> "SY";
      case PERIOD -> "P" + random.nextInt(20) + "M";
    };
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 8)) {
      case 0 -> word();
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> random.nextInt(40);
      case 4 -> Double.valueOf((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(300)));
      case 5 -> new java.math.BigDecimal("1e" + random.nextInt(2000));
      case 6 -> null;
      case 7 -> pick(knowledge.forms().questions().keySet());
      case 8 -> Map.of("unknown", random.nextBoolean());
      case 9 -> Map.of(word(), String.valueOf(value(depth - 1)));
      default -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(depth - 1));
        }
        yield list;
      }
    };
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private String pick(Iterable<String> all) {
    List<String> list = new ArrayList<>();
    all.forEach(list::add);
    return list.get(random.nextInt(list.size()));
  }

  /** As JSON; half a surrogate pair is written as an escape, which JSON allows. */
  private String text(Object value) {
    return json.rebuild().enable(tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII).build()
        .writeValueAsString(value);
  }
}
