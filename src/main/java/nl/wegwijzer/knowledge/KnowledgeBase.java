package nl.wegwijzer.knowledge;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The knowledge being served. Watches the author files, compiles a change aside and swaps it in whole; a broken change
 * leaves the last good version serving and is reported.
 */
@Component
public class KnowledgeBase {

  private static final Logger log = LoggerFactory.getLogger(KnowledgeBase.class);
  private static final int RANDOM_CASES = 1000;
  private static final int POLL = 100;

  /** Why a change is refused, and the line it is about; empty where there is none. */
  public record Refused(Problem problem, String source) {}

  /**
   * What is served, since when, and what was refused after it.
   *
   * @param knowledge null as long as the very first set is broken
   */
  private record State(Knowledge knowledge, Instant since, List<Refused> refused) {}

  /** The very first set is broken, so that there is nothing to serve yet. */
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  public static final class NoKnowledge extends IllegalStateException {}

  private final Path root;
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "knowledge");
    thread.setDaemon(true);
    return thread;
  });
  private final CompletableFuture<Void> tried = new CompletableFuture<>();
  private volatile State state = new State(null, Instant.EPOCH, List.of());
  private final Set<String> folders = new TreeSet<>();
  private String stamp;

  KnowledgeBase(@Value("${wegwijzer.home:}") String home) {
    this.root = Path.of(home);
  }

  @PostConstruct
  void start() {
    worker.execute(this::loadFirst);
    worker.scheduleWithFixedDelay(this::loadChanges, POLL, POLL, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /**
   * The knowledge of this moment; take it once per request. Waits for the first load.
   *
   * @throws NoKnowledge as long as the very first set is broken
   */
  public Knowledge current() {
    Knowledge knowledge = state().knowledge();
    if (knowledge == null) {
      throw new NoKnowledge();
    }
    return knowledge;
  }

  /** Since when it is served. */
  public Instant since() {
    return state().since();
  }

  /** What is wrong with the files as they are now; empty when they are served. */
  public List<Refused> refused() {
    return state().refused();
  }

  private State state() {
    if (state.knowledge() == null) {
      tried.join();
    }
    return state;
  }

  private void loadFirst() {
    loadChanges();
    tried.complete(null);
    if (state.knowledge() == null) {
      log.error("There is no knowledge to serve until the files are mended");
    }
  }

  /** Nothing that a set of files does may end the watching. */
  private void loadChanges() {
    try {
      String now = AuthorFiles.stamp(root);
      if (!now.equals(stamp)) {
        stamp = now;
        if (!isWhole()) {
          return;
        }
        swap(KnowledgeLoader.load(root, Engine.Mode.CLASSIC, state.knowledge()));
      }
    } catch (UncheckedIOException e) {
      // Perhaps a file went away while it was read: look again the next time.
      stamp = null;
      refuse(List.of(new Problem(String.valueOf(e.getCause().getMessage()), 0, 0, "this file cannot be read", "")),
          Map.of());
    } catch (RuntimeException | Error e) {
      log.error("A change could not be loaded; the last good version goes on", e);
      refuse(List.of(new Problem("rules", 0, 0, "this change cannot be served: " + e.getMessage(),
          "the log tells more")), Map.of());
    }
  }

  /** A folder that goes away while it is served is a mistake, and no wish for what is packed in its place. */
  private boolean isWhole() {
    List<String> here = AuthorFiles.folders(root);
    folders.addAll(here);
    List<Problem> gone = folders.stream().filter(name -> !here.contains(name)).map(name ->
        new Problem(name, 0, 0, "the folder '" + name + "' is gone", "put it back, or start Wegwijzer anew")).toList();
    if (!gone.isEmpty()) {
      refuse(gone, Map.of());
    }
    return gone.isEmpty();
  }

  private void refuse(List<Problem> problems, Map<String, String> files) {
    List<Refused> refused = problems.stream()
        .map(problem -> new Refused(problem, problem.sourceLine(files).orElse(""))).toList();
    if (!state.refused().equals(refused)) {
      problems.forEach(problem -> log.warn("Refused: {}", problem.shownIn(files)));
    }
    state = new State(state.knowledge(), state.since(), refused);
  }

  private void swap(KnowledgeLoader.Loaded loaded) {
    if (loaded.knowledge().isEmpty()) {
      refuse(loaded.problems(), loaded.files());
      return;
    }
    Knowledge before = state.knowledge();
    Knowledge knowledge = loaded.knowledge().get();
    if (before != null && knowledge.hash().equals(before.hash())) {
      state = new State(before, state.since(), List.of());
      return;
    }
    if (tried.isDone()) {
      prove(knowledge, before);
    }
    state = new State(knowledge, Instant.now(), List.of());
    log.info("Knowledge {} is served: {} rules, {} questions", knowledge.hash(), knowledge.rules().rules().size(),
        knowledge.forms().questions().size());
  }

  /** Lets both evaluations judge random cases of what changed before anybody is served by it. */
  private static void prove(Knowledge knowledge, Knowledge before) {
    boolean comparable = before != null && !before.compiled().isCompletedExceptionally();
    Set<String> changed = comparable ? knowledge.engine().changedSince(before.engine())
        : knowledge.rules().conclusions();
    new RandomCases(knowledge, knowledge.hash().hashCode()).check(RANDOM_CASES, changed);
  }
}
