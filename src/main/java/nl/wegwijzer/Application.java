package nl.wegwijzer;

import java.time.Clock;
import java.time.ZoneId;
import nl.wegwijzer.cli.CommandLineTool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Wegwijzer: a command of {@code cli} when there is one, else the website. */
@SpringBootApplication
public class Application {

  public static void main(String[] args) {
    // The website needs no command line: it starts faster without.
    if (args.length == 0 || args[0].matches("--\\w+\\..*")) {
      serve(args);
    } else {
      System.exit(CommandLineTool.run(Application::serve, args));
    }
  }

  private static void serve(String... settings) {
    SpringApplication.run(Application.class, settings);
  }

  /** Only faces read the clock, to offer today as the reference date. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Europe/Amsterdam"));
  }
}
