package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's rules, forms and data in a temporary folder, to be edited as an author would. */
record ProjectCopy(Path root) {

  static ProjectCopy in(Path root) {
    for (String folder : AuthorFiles.FOLDERS) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).forEach(file -> {
          try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(file, root.resolve(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ProjectCopy(root);
  }

  String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String content) {
    try {
      Files.writeString(root.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the first occurrence of a text that must be there. */
  void replace(String file, String text, String by) {
    String content = read(file);
    int at = content.indexOf(text);
    assertThat(at).as(text + " in " + file).isNotNegative();
    write(file, content.substring(0, at) + by + content.substring(at + text.length()));
  }
}
