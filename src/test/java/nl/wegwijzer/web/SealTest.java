package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final Instant NOW = Instant.parse("2024-05-15T10:00:00Z");
  private static final AnswerKeys.Key KEY = key(1);
  private static final String TEXT = "Nareis\n2024-05-15\n\nFamilyTie=spouse\nNationality=SY\n";

  private final Seal seal = new Seal(List.of(KEY));
  private final String token = seal.close(TEXT, NOW).orElseThrow();

  @Test
  void opensWhatItClosed() {
    assertThat(seal.open(token, NOW.plusSeconds(5))).contains(TEXT);
    assertThat(token).doesNotContain("Nareis").hasSizeLessThan(200);
  }

  @Test
  void neverMakesTheSameTokenTwice() {
    assertThat(seal.close(TEXT, NOW)).isNotEqualTo(seal.close(TEXT, NOW));
  }

  @Test
  void refusesEveryFlippedBit() {
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(flipped), NOW)).isEmpty();
    }
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < token.length(); length++) {
      assertThat(seal.open(token.substring(0, length), NOW)).isEmpty();
    }
  }

  @Test
  void refusesNonsense() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      assertThat(seal.open(Base64.getUrlEncoder().encodeToString(noise), NOW)).isEmpty();
    }
    assertThat(seal.open("not base64 at all!", NOW)).isEmpty();
    assertThat(seal.open("A".repeat(5000), NOW)).isEmpty();
  }

  @Test
  void livesForOneDay() {
    assertThat(seal.open(token, NOW.plus(Duration.ofHours(24)))).contains(TEXT);
    assertThat(seal.open(token, NOW.plus(Duration.ofHours(24)).plusSeconds(1))).isEmpty();
    assertThat(seal.open(token, NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void opensNothingOfAnotherServer() {
    assertThat(new Seal(List.of(key(2))).open(token, NOW)).isEmpty();
  }

  @Test
  void keepsOpeningWithAReplacedKey() {
    Seal rotated = new Seal(List.of(key(2), KEY));
    assertThat(rotated.open(token, NOW)).contains(TEXT);
    assertThat(seal.open(rotated.close(TEXT, NOW).orElseThrow(), NOW)).isEmpty();
  }

  @Test
  void refusesABombEvenFromItself() {
    String bomb = seal.close("a".repeat(1_000_000), NOW).orElseThrow();
    assertThat(seal.open(bomb, NOW)).isEmpty();
    assertThat(seal.open(seal.close("a".repeat(Seal.MAX_TEXT), NOW).orElseThrow(), NOW)).isPresent();
  }

  @Test
  void refusesWhatACookieCannotHold() {
    Random random = new Random(1);
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 6000; i++) {
      noise.append((char) ('!' + random.nextInt(90)));
    }
    assertThat(seal.close(noise.toString(), NOW)).isEmpty();
  }

  @Test
  void makesItsKeyFileOnceAndForTheOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("var/answers.key");
    List<AnswerKeys.Key> first = AnswerKeys.load("", file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(AnswerKeys.load("", file).get(0).bytes()).isEqualTo(first.get(0).bytes());
  }

  private static AnswerKeys.Key key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return new AnswerKeys.Key(bytes);
  }
}
