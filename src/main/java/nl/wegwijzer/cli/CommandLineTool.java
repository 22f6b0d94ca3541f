package nl.wegwijzer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.rules.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: one command per class of this package. */
@Command(name = "wegwijzer", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
    versionProvider = CommandLineTool.Version.class,
    description = "Advice on Dutch migration procedures. Without a command it serves the website.",
    subcommands = {Check.class, Advise.class, Explore.class, Diff.class, Mutate.class, Snippets.class})
public final class CommandLineTool {

  /** Where the day that is today, is. */
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private CommandLineTool() {}

  /**
   * Runs one command.
   *
   * @param server starts the website with the settings it is given
   * @return 0 when all is well, 1 when something is wrong with what was read, 2 when the command is
   */
  public static int run(Consumer<String[]> server, String... words) {
    return new CommandLine(new CommandLineTool()).addSubcommand(new Serve(server))
        .setExecutionExceptionHandler((e, command, parsed) -> {
          if (e instanceof IOException || e instanceof UncheckedIOException) {
            command.getErr().println("this file cannot be read or written: " + e.getMessage());
            return 1;
          }
          throw e;
        }).execute(words);
  }

  /** Which build this is. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String built = CommandLineTool.class.getPackage().getImplementationVersion();
      return new String[] {"wegwijzer " + (built == null ? "(not packed)" : built)};
    }
  }

  /** Where the author files are. */
  static final class Home {

    @Option(names = "--home", description = "folder with rules, forms and data (default: this folder)")
    Path home = Path.of("");

    KnowledgeLoader.Loaded load() {
      KnowledgeLoader.Loaded loaded = KnowledgeLoader.load(home, Engine.Mode.CLASSIC);
      loaded.problems().forEach(problem -> System.err.println(problem.shownIn(loaded.files())));
      return loaded;
    }
  }
}
