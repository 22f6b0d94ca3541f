package nl.wegwijzer.knowledge;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The knowledge being served. Watches the author files, compiles a change aside and swaps it in whole; a broken change
 * leaves the last good version serving and is reported.
 */
@Component
public class KnowledgeBase {

  private static final Logger log = LoggerFactory.getLogger(KnowledgeBase.class);
  private static final int RANDOM_CASES = 1000;

  /** What is served, since when, and what was refused after it. */
  public record State(Knowledge knowledge, Instant since, List<Problem> refused) {}

  private final Path root;
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "knowledge");
    thread.setDaemon(true);
    return thread;
  });
  private final CompletableFuture<State> first = new CompletableFuture<>();
  private volatile State state;
  private String stamp = "";

  KnowledgeBase(@Value("${wegwijzer.home:}") String home) {
    this.root = Path.of(home);
  }

  @PostConstruct
  void start() {
    worker.execute(this::loadFirst);
    worker.scheduleWithFixedDelay(this::loadChanges, 500, 300, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /** The knowledge of this moment; take it once per request. Waits for the first load. */
  public Knowledge current() {
    return state().knowledge();
  }

  /** @throws java.util.concurrent.CompletionException as long as the very first set is broken */
  public State state() {
    if (state == null) {
      first.join();
    }
    return state;
  }

  /** The line of an author's file that a problem is about, as it stands there now. */
  public Optional<String> line(Problem problem) {
    try (Stream<String> lines = Files.lines(root.resolve(problem.file()))) {
      return problem.line() == 0 ? Optional.empty() : lines.skip(problem.line() - 1L).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private void loadFirst() {
    try {
      stamp = AuthorFiles.stamp(root);
      KnowledgeLoader.Loaded loaded = KnowledgeLoader.load(root, Engine.Mode.CLASSIC);
      loaded.problems().forEach(problem -> log.error("{}", problem));
      Knowledge knowledge = loaded.knowledge().orElseThrow(() ->
          new IllegalStateException("the rules, forms or data hold " + loaded.problems().size() + " problem(s)"));
      state = new State(knowledge, Instant.now(), List.of());
      first.complete(state);
      log.info("Knowledge {} is served: {} rules, {} questions", knowledge.hash(), knowledge.rules().rules().size(),
          knowledge.forms().questions().size());
    } catch (RuntimeException | Error e) {
      log.error("There is no knowledge to serve: {}", e.getMessage());
      first.completeExceptionally(e);
    }
  }

  /** Nothing that a set of files does may end the watching. */
  private void loadChanges() {
    try {
      String now = AuthorFiles.stamp(root);
      if (!now.equals(stamp)) {
        stamp = now;
        swap(KnowledgeLoader.load(root, Engine.Mode.CLASSIC));
      }
    } catch (UncheckedIOException e) {
      // Perhaps a file went away while it was read: look again the next time.
      stamp = "";
      refuse(List.of(new Problem(String.valueOf(e.getCause().getMessage()), 0, 0, "this file cannot be read", "")));
    } catch (RuntimeException | Error e) {
      log.error("A change could not be loaded; the last good version goes on", e);
      refuse(List.of(new Problem("rules", 0, 0, "this change cannot be served: " + e.getMessage(),
          "the log tells more")));
    }
  }

  private void refuse(List<Problem> problems) {
    State before = state;
    if (before == null || !before.refused().equals(problems)) {
      problems.forEach(problem -> log.warn("Refused: {}", problem));
    }
    if (before != null) {
      state = new State(before.knowledge(), before.since(), problems);
    }
  }

  private void swap(KnowledgeLoader.Loaded loaded) {
    if (loaded.knowledge().isEmpty()) {
      refuse(loaded.problems());
      return;
    }
    State before = state;
    Knowledge knowledge = loaded.knowledge().get();
    if (before != null && knowledge.hash().equals(before.knowledge().hash())) {
      close(knowledge);
      state = new State(before.knowledge(), before.since(), List.of());
      return;
    }
    try {
      new RandomCases(knowledge, knowledge.hash().hashCode()).check(RANDOM_CASES);
    } catch (RuntimeException | Error e) {
      close(knowledge);
      throw e;
    }
    state = new State(knowledge, Instant.now(), List.of());
    first.complete(state);
    log.info("Knowledge {} is served now", knowledge.hash());
    if (before != null && !worker.isShutdown()) {
      // Requests that took the old version a moment ago still use it.
      worker.schedule(() -> close(before.knowledge()), 1, TimeUnit.MINUTES);
    }
  }

  private static void close(Knowledge knowledge) {
    knowledge.compiled().thenAccept(Engine::close);
  }
}
