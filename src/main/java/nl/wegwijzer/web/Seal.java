package nl.wegwijzer.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns text into a token that only this server can read or make, and back: deflated, then AES-256-GCM.
 *
 * <p>Token: version, key id, nonce, ciphertext. Version and key id are authenticated with it. What is old, foreign,
 * damaged or too large opens as empty.
 */
final class Seal {

  static final Duration LIFETIME = Duration.ofHours(24);
  static final int MAX_TOKEN = 3500;
  static final int MAX_TEXT = 16 * 1024;
  private static final byte VERSION = 1;
  private static final int KEY_ID = 4;
  private static final int HEADER = 1 + KEY_ID;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final List<AnswerKeys.Key> keys;
  private final SecureRandom random = new SecureRandom();

  /**
   * A seal with these keys.
   *
   * @param keys the first one seals; all of them open, so that a key can be replaced without losing answers
   */
  Seal(List<AnswerKeys.Key> keys) {
    this.keys = keys;
  }

  /** The token, or empty when the text is more than a cookie can hold. */
  Optional<String> close(String text, Instant now) {
    byte[] packed = deflate(text.getBytes(StandardCharsets.UTF_8));
    if (packed.length > MAX_TOKEN) {
      return Optional.empty();
    }
    byte[] content = ByteBuffer.allocate(Long.BYTES + packed.length).putLong(now.getEpochSecond()).put(packed).array();
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    AnswerKeys.Key key = keys.get(0);
    byte[] header = ByteBuffer.allocate(HEADER).put(VERSION).put(key.id()).array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, header).doFinal(content);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(
          ByteBuffer.allocate(HEADER + NONCE + sealed.length).put(header).put(nonce).put(sealed).array());
      return token.length() > MAX_TOKEN ? Optional.empty() : Optional.of(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot encrypt", e);
    }
  }

  Optional<String> open(String token, Instant now) {
    if (token.length() > MAX_TOKEN) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length < HEADER + NONCE + TAG_BITS / 8 || bytes[0] != VERSION) {
        return Optional.empty();
      }
      byte[] header = Arrays.copyOf(bytes, HEADER);
      byte[] id = Arrays.copyOfRange(bytes, 1, HEADER);
      for (AnswerKeys.Key key : keys) {
        if (Arrays.equals(key.id(), id)) {
          byte[] nonce = Arrays.copyOfRange(bytes, HEADER, HEADER + NONCE);
          ByteBuffer content = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, key, nonce, header)
              .doFinal(bytes, HEADER + NONCE, bytes.length - HEADER - NONCE));
          Duration age = Duration.between(Instant.ofEpochSecond(content.getLong()), now);
          return age.isNegative() || age.compareTo(LIFETIME) > 0 ? Optional.empty()
              : inflate(content.array(), content.position());
        }
      }
      return Optional.empty();
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, AnswerKeys.Key key, byte[] nonce, byte[] header)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header);
    return cipher;
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static Optional<String> inflate(byte[] bytes, int from) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, from, bytes.length - from);
      byte[] plain = new byte[MAX_TEXT + 1];
      int length = 0;
      while (!inflater.finished() && length < plain.length) {
        int read = inflater.inflate(plain, length, plain.length - length);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return Optional.empty();
        }
        length += read;
      }
      return length > MAX_TEXT ? Optional.empty() : Optional.of(new String(plain, 0, length, StandardCharsets.UTF_8));
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
