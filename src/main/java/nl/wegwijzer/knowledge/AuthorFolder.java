package nl.wegwijzer.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.wegwijzer.text.Characters;
import nl.wegwijzer.text.Limits;
import nl.wegwijzer.text.Problem;

/**
 * One folder of authors as it is on disk. Only plain files that really are in it are read: a link could show what the
 * server may read and nobody else should, and a pipe or a device never ends.
 */
final class AuthorFolder {

  static final List<String> ENDINGS = List.of(".drl", ".yaml", ".csv");
  private static final String MEBIBYTE = " MB";

  private final String name;
  private final Path root;
  private final SortedMap<String, Found> found = new TreeMap<>();
  private final List<Problem> refused = new ArrayList<>();
  private int entries;

  /** A file to read, and what tells whether it changed. */
  private record Found(Path path, String stamp) {}

  private AuthorFolder(String name, Path root) {
    this.name = name;
    this.root = root;
  }

  /** Looks what is there, without reading any file. */
  static AuthorFolder look(Path home, String name) throws IOException {
    AuthorFolder folder = new AuthorFolder(name, home.resolve(name).toRealPath());
    Files.walkFileTree(folder.root, Set.of(), Limits.DEEPEST_FOLDER, folder.new Visitor());
    return folder;
  }

  /** What cannot be read. */
  List<Problem> refused() {
    return refused;
  }

  String stamp() {
    StringBuilder stamp = new StringBuilder();
    found.forEach((file, each) -> stamp.append(file).append(each.stamp()).append('\n'));
    return stamp.append(refused).append('\n').toString();
  }

  /** Reads every file, as long as all of them together are not too large. */
  void readInto(Map<String, String> contents) {
    for (Map.Entry<String, Found> each : found.entrySet()) {
      byte[] bytes;
      try (InputStream input = Files.newInputStream(each.getValue().path())) {
        bytes = input.readNBytes(Limits.LARGEST_FILE + 1);
      } catch (IOException e) {
        refuse(each.getKey(), "this file cannot be read", "look at who may read it");
        continue;
      }
      if (bytes.length > Limits.LARGEST_FILE) {
        refuse(each.getKey(), "this file is larger than " + Limits.LARGEST_FILE / 1024 + " kB",
            "divide it into several files");
        continue;
      }
      // What is not UTF-8 becomes the replacement character, which is then reported with its place.
      String content = new String(bytes, StandardCharsets.UTF_8);
      // Some editors put an invisible mark before the first character.
      contents.put(each.getKey(), content.startsWith("\uFEFF") ? content.substring(1) : content);
      if (contents.values().stream().mapToLong(String::length).sum() > Limits.LARGEST_SET) {
        refuse(name, "all files together are larger than " + Limits.LARGEST_SET / 1024 / 1024 + MEBIBYTE,
            "keep here only what belongs to the rules");
        return;
      }
    }
  }

  private void refuse(String file, String message, String hint) {
    refused.add(new Problem(file, 0, 0, message, hint));
  }

  private String name(Path path) {
    return name + "/" + root.relativize(path).toString().replace('\\', '/');
  }

  /** Collects the files that are meant for us. */
  private final class Visitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      if (!path.equals(root) && isHidden(path)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (isOurs(path)) {
        notPlain(path);
      }
      return count();
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (attributes.isDirectory()) {
        refuse(name(path), "folders stand here more than " + Limits.DEEPEST_FOLDER + " deep", "put the files higher");
      } else if (isOurs(path) && !isHidden(path)) {
        file(path);
      }
      return count();
    }

    /** What went away meanwhile is no problem; a folder that may not be entered is. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException reason) {
      if (!(reason instanceof NoSuchFileException)) {
        refuse(name(path), reason instanceof AccessDeniedException ? "this may not be read" : "this cannot be read",
            "look at who may read it");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, IOException reason) {
      return FileVisitResult.CONTINUE;
    }

    private FileVisitResult count() {
      if (++entries > Limits.MOST_FILES) {
        refuse(name, "there are more than " + Limits.MOST_FILES + " files and folders here",
            "keep here only what belongs to the rules");
        return FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    private void file(Path path) {
      try {
        Path real = path.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        if (!attributes.isRegularFile() || !real.startsWith(root)) {
          notPlain(path);
        } else if (Characters.strange(path.toString()) >= 0) {
          refuse(name(path), "the name of this file holds an invisible character", "give it a name of plain letters");
        } else {
          found.put(name(path), new Found(real, " " + attributes.lastModifiedTime() + " " + attributes.size() + " "
              + attributes.fileKey() + " " + Files.isReadable(real)));
        }
      } catch (NoSuchFileException e) {
        if (Files.isSymbolicLink(path)) {
          notPlain(path);
        }
      } catch (IOException e) {
        notPlain(path);
      }
    }

    private void notPlain(Path path) {
      refuse(name(path), "this is not a file within '" + name + "'",
          "put the file itself here; a folder, a pipe or a link that leads elsewhere is not read");
    }

    private boolean isOurs(Path path) {
      return ENDINGS.stream().anyMatch(path.getFileName().toString()::endsWith);
    }

    private boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
