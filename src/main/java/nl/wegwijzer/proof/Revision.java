package nl.wegwijzer.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.rules.Engine;

/** The author files as they are in a folder, or were in a revision of the repository. */
public final class Revision {

  private static final List<String> FOLDERS = List.of("rules", "forms", "data");

  private Revision() {}

  /**
   * Loads a folder that holds {@code rules}, or else a git revision of the repository in the home folder.
   *
   * @throws IllegalArgumentException when the name is neither, or there is nothing to read
   */
  public static KnowledgeLoader.Loaded load(String name, Path home) throws IOException {
    Path folder = Path.of(name);
    if (Files.isDirectory(folder.resolve("rules"))) {
      return KnowledgeLoader.load(folder, Engine.Mode.CLASSIC);
    }
    Path temporary = Files.createTempDirectory("wegwijzer-revision");
    try {
      unpack(name, home, temporary);
      return KnowledgeLoader.load(temporary, Engine.Mode.CLASSIC);
    } finally {
      delete(temporary);
    }
  }

  private static void unpack(String name, Path home, Path target) throws IOException {
    String commit = text(git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")).strip();
    if (commit.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' is neither a folder with rules nor a revision of this"
          + " repository");
    }
    List<String> present = text(git(home, "ls-tree", "--name-only", commit)).lines().filter(FOLDERS::contains).toList();
    if (!present.contains("rules")) {
      throw new IllegalArgumentException("the revision '" + name + "' has no folder 'rules'");
    }
    List<String> archive = new ArrayList<>(List.of("archive", "--format=zip", commit));
    archive.addAll(present);
    try (ZipInputStream zip = new ZipInputStream(git(home, archive.toArray(String[]::new)).getInputStream())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(target)) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static Process git(Path home, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).directory(home.toAbsolutePath().toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new IllegalArgumentException("a revision can only be read where there is git and the folder " + home
          + ": " + e.getMessage(), e);
    }
  }

  private static String text(Process process) throws IOException {
    try (InputStream output = process.getInputStream()) {
      return new String(output.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
