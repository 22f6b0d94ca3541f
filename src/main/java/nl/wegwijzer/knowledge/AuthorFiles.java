package nl.wegwijzer.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The author-facing files of one moment, by project path ({@code rules/mvv/mvv.drl}): those of a folder, or, for each of
 * rules, forms and data that the folder lacks, the ones packed in the jar.
 */
record AuthorFiles(SortedMap<String, String> contents) {

  static final List<String> FOLDERS = List.of("rules", "forms", "data");
  private static final List<String> ENDINGS = List.of(".drl", ".yaml", ".csv");
  private static final String PACKED = "knowledge/";

  static AuthorFiles read(Path root) {
    SortedMap<String, String> contents = new TreeMap<>();
    for (String folder : FOLDERS) {
      if (Files.isDirectory(root.resolve(folder))) {
        paths(root, folder).forEach(path -> contents.put(name(root, path), content(path)));
      } else {
        contents.putAll(packed(folder));
      }
    }
    return new AuthorFiles(contents);
  }

  /** What tells whether anything changed, without reading the files. */
  static String stamp(Path root) {
    StringBuilder stamp = new StringBuilder();
    for (String folder : FOLDERS) {
      if (Files.isDirectory(root.resolve(folder))) {
        paths(root, folder).forEach(path -> {
          try {
            stamp.append(path).append(Files.getLastModifiedTime(path)).append(Files.size(path)).append('\n');
          } catch (IOException e) {
            stamp.append(path).append("gone\n");
          }
        });
      }
    }
    return stamp.toString();
  }

  private static List<Path> paths(Path root, String folder) {
    try (Stream<Path> found = Files.walk(root.resolve(folder))) {
      return found.filter(Files::isRegularFile)
          .filter(path -> ENDINGS.stream().anyMatch(path.getFileName().toString()::endsWith))
          .filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static String content(Path path) {
    try {
      // What is not UTF-8 becomes the replacement character, which is then reported with its place.
      String content = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      // Some editors put an invisible mark before the first character.
      return content.startsWith("\uFEFF") ? content.substring(1) : content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SortedMap<String, String> packed(String folder) {
    SortedMap<String, String> contents = new TreeMap<>();
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver()
          .getResources("classpath*:" + PACKED + folder + "/**/*")) {
        String location = resource.getURL().toString();
        if (resource.isReadable() && ENDINGS.stream().anyMatch(location::endsWith)) {
          contents.put(location.substring(location.lastIndexOf(PACKED + folder + "/") + PACKED.length()),
              resource.getContentAsString(StandardCharsets.UTF_8));
        }
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> in(String prefix, String ending) {
    return matching(name -> name.startsWith(prefix) && name.endsWith(ending));
  }

  Map<String, String> matching(Predicate<String> names) {
    SortedMap<String, String> found = new TreeMap<>();
    contents.forEach((name, content) -> {
      if (names.test(name)) {
        found.put(name, content);
      }
    });
    return found;
  }

  /** Whether other files are the same as these, as far as their names are asked for. */
  boolean agreeWith(Map<String, String> others, Predicate<String> names) {
    return matching(names).equals(new AuthorFiles(new TreeMap<>(others)).matching(names));
  }

  String content(String name) {
    return contents.getOrDefault(name, "");
  }

  /** Names this exact set of files; sixteen hexadecimal digits. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach((name, content) -> {
        digest.update((name + "\n" + content.length() + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content.getBytes(StandardCharsets.UTF_8));
      });
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
