package nl.wegwijzer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Serves the website and the API, until it is told to stop. */
@Command(name = "serve", description = {"serves the website and the API; so does no command at all",
    "Takes every setting of Spring Boot, for example --server.port=8081."})
final class Serve implements Callable<Integer> {

  private final Consumer<String[]> server;

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

  @Unmatched
  List<String> settings = new ArrayList<>();

  @Spec
  CommandSpec command;

  Serve(Consumer<String[]> server) {
    this.server = server;
  }

  @Override
  public Integer call() throws InterruptedException {
    settings.stream().filter(setting -> !setting.startsWith("--")).findFirst().ifPresent(word -> {
      throw new CommandLine.ParameterException(command.commandLine(), "'" + word + "' is not a setting like --server.port=8081");
    });
    settings.add("--wegwijzer.home=" + home.home);
    try {
      server.accept(settings.toArray(String[]::new));
    } catch (RuntimeException e) {
      // Spring has said why it could not start.
      return 1;
    }
    Thread.currentThread().join();
    return 0;
  }
}
