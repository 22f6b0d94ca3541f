package nl.wegwijzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.wegwijzer.knowledge.JsonAdvice;
import nl.wegwijzer.knowledge.Knowledge;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives advice on a case in a JSON file: the very bytes that the API replies with. */
@Command(name = "advise", description = "gives advice on the case in a JSON file, as the API does")
final class Advise implements Callable<Integer> {

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

  @Parameters(paramLabel = "FILE", description = "a case as POST /api/v1/advice takes it")
  Path file;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      System.err.println(file + ": there is no such file");
      return 1;
    }
    Optional<Knowledge> knowledge = home.load().knowledge();
    if (knowledge.isEmpty()) {
      return 1;
    }
    JsonAdvice.Reply reply = JsonAdvice.of(knowledge.get(), Files.readAllBytes(file), LocalDate.now(CommandLineTool.ZONE));
    if (reply instanceof JsonAdvice.Reply.Refused refused) {
      refused.mistakes().forEach(mistake -> System.err.println(file + ": "
          + (mistake.pointer().isEmpty() ? "" : mistake.pointer() + ": ") + mistake.detail()));
      return 1;
    }
    System.out.write(((JsonAdvice.Reply.Advised) reply).json());
    System.out.println();
    return 0;
  }
}
