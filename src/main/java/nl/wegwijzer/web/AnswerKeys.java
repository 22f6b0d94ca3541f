package nl.wegwijzer.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that seal answers: from the configuration, or from a file that is made on the first start. */
final class AnswerKeys {

  private static final Logger log = LoggerFactory.getLogger(AnswerKeys.class);
  private static final int LENGTH = 32;

  /** A key of 256 bits; its id is four bytes of its SHA-256. */
  record Key(byte[] bytes) {

    Key {
      if (bytes.length != LENGTH) {
        throw new IllegalArgumentException("a key for answers must be 32 bytes, written in Base64");
      }
    }

    byte[] id() {
      try {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), 4);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private AnswerKeys() {}

  /**
   * The keys to use, the sealing one first.
   *
   * @param configured keys in Base64, separated by blanks or commas; empty to use the file
   */
  static List<Key> load(String configured, Path file) {
    try {
      return configured.isBlank() ? fromFile(file) : parse(configured);
    } catch (IOException e) {
      log.warn("{} cannot be read or made ({}): answers are lost at the next restart", file, e.getMessage());
      return List.of(fresh());
    }
  }

  private static List<Key> fromFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      boolean posix = file.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] ownerOnly = posix
          ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
          : new FileAttribute<?>[0];
      Files.createFile(file, ownerOnly);
      Files.writeString(file, Base64.getEncoder().encodeToString(fresh().bytes()) + "\n");
    }
    return parse(Files.readString(file));
  }

  private static List<Key> parse(String text) {
    return Arrays.stream(text.strip().split("[\\s,]+")).map(key -> new Key(Base64.getDecoder().decode(key))).toList();
  }

  private static Key fresh() {
    byte[] bytes = new byte[LENGTH];
    new SecureRandom().nextBytes(bytes);
    return new Key(bytes);
  }
}
