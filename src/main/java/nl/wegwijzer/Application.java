package nl.wegwijzer;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import nl.wegwijzer.cli.CommandLineTool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Wegwijzer: a command of {@code cli} when the first argument names one, else the website. */
@SpringBootApplication
public class Application {

  public static void main(String[] args) {
    if (args.length > 0 && CommandLineTool.COMMANDS.contains(args[0])) {
      System.exit(CommandLineTool.run(args));
    }
    boolean serve = args.length > 0 && args[0].equals("serve");
    SpringApplication.run(Application.class, serve ? Arrays.copyOfRange(args, 1, args.length) : args);
  }

  /** Only faces read the clock, to offer today as the reference date. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Europe/Amsterdam"));
  }
}
