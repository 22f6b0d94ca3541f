package nl.wegwijzer.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.wegwijzer.text.Limits;
import nl.wegwijzer.text.Problem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The author-facing files of one moment, by project path ({@code rules/mvv/mvv.drl}): those of a folder, or, for each of
 * rules, forms and data that the folder lacks, the ones packed in the jar.
 *
 * @param refused what stands among them and cannot be read
 */
record AuthorFiles(SortedMap<String, String> contents, List<Problem> refused) {

  static final List<String> FOLDERS = List.of("rules", "forms", "data");
  private static final String PACKED = "knowledge/";

  AuthorFiles(SortedMap<String, String> contents) {
    this(contents, List.of());
  }

  static AuthorFiles read(Path root) {
    SortedMap<String, String> contents = new TreeMap<>();
    List<Problem> refused = new ArrayList<>();
    List<String> here = folders(root);
    for (String name : FOLDERS) {
      if (here.contains(name)) {
        AuthorFolder folder = look(root, name);
        folder.readInto(contents);
        refused.addAll(folder.refused());
      } else {
        contents.putAll(packed(name));
      }
    }
    return new AuthorFiles(contents, refused.stream().sorted().limit(Limits.MOST_PROBLEMS).toList());
  }

  /** The folders of authors that are there. */
  static List<String> folders(Path root) {
    return FOLDERS.stream().filter(name -> Files.isDirectory(root.resolve(name))).toList();
  }

  /** What tells whether anything changed, without reading the files. */
  static String stamp(Path root) {
    return folders(root).stream().map(name -> name + "\n" + look(root, name).stamp()).collect(Collectors.joining());
  }

  private static AuthorFolder look(Path root, String name) {
    try {
      return AuthorFolder.look(root, name);
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
        if (resource.isReadable() && AuthorFolder.ENDINGS.stream().anyMatch(location::endsWith)) {
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
