package nl.wegwijzer.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** A text of rules as Drools compiled it; knows nothing of the rules but their numbers. Thread-safe. */
final class Compiled {

  /** Far more firings than any case can need; reaching it means the rules do not come to rest. */
  private static final int FIRING_LIMIT = 100_000;
  private static final AtomicLong VERSIONS = new AtomicLong();

  private final KieBase base;
  private final FactType settledType;
  private final Map<String, Facts> answerTypes = new HashMap<>();

  private Compiled(KieBase base, RuleSet rules, Forms forms) {
    this.base = base;
    this.settledType = base.getFactType(DrlWriter.PACKAGE, DrlWriter.SETTLED);
    rules.questions().forEach(id -> answerTypes.put(id, new Facts(
        base.getFactType(DrlWriter.PACKAGE, DrlWriter.answer(id)), List.copyOf(DrlWriter.properties(id, forms).keySet()))));
  }

  /** The fact type of a question, and the properties to fill. */
  private record Facts(FactType type, List<String> properties) {

    Object of(Answer answer) {
      try {
        Object fact = type.newInstance();
        for (String property : properties) {
          type.set(fact, DrlWriter.field(property), Properties.value(answer, property));
        }
        return fact;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Compiles what {@link DrlWriter} wrote of these rules. */
  static Compiled of(String drl, RuleSet rules, Forms forms, Engine.Mode mode) {
    return new Compiled(compile(drl, mode), rules, forms);
  }

  /**
   * Compiles a text of the one package.
   *
   * @throws IllegalStateException when Drools refuses what the checker accepted, which is a defect of the checker
   */
  static KieBase compile(String drl, Engine.Mode mode) {
    return withServices(() -> build(drl, mode));
  }

  /** Drools looks its own services up through the thread, and threads of a pool do not know what is in a packed jar. */
  private static <T> T withServices(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(Compiled.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static KieBase build(String drl, Engine.Mode mode) {
    KieServices services = KieServices.Factory.get();
    ReleaseId release = services.newReleaseId("nl.wegwijzer", "rules", "1." + VERSIONS.incrementAndGet());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/" + DrlWriter.PACKAGE + "/rules.drl", drl);
    KieBuilder builder = services.newKieBuilder(files, Compiled.class.getClassLoader());
    builder.buildAll(mode == Engine.Mode.CLASSIC ? DrlProject.class : ExecutableModelProject.class);
    try {
      if (builder.getResults().hasMessages(Message.Level.ERROR)) {
        throw new IllegalStateException("Drools refuses checked rules: "
            + builder.getResults().getMessages(Message.Level.ERROR));
      }
      return services.newKieContainer(release, Compiled.class.getClassLoader()).getKieBase();
    } finally {
      // Otherwise Drools remembers it for ever; so it goes when nobody uses it any more.
      services.getRepository().removeKieModule(release);
    }
  }

  /** The fact that an answer was given. */
  Object answered(String question, Answer answer) {
    return answerTypes.get(question).of(answer);
  }

  /** The fact that a conclusion does not hold and no answer can make it hold. */
  Object settled(String conclusion) {
    try {
      Object fact = settledType.newInstance();
      settledType.set(fact, DrlWriter.field("conclusion"), conclusion);
      return fact;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which rules fire on these facts, in a session of its own. */
  List<Fired.Entry> fire(List<Object> facts) {
    return withServices(() -> fireAll(facts));
  }

  private List<Fired.Entry> fireAll(List<Object> facts) {
    Fired fired = new Fired();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("fired", fired);
      facts.forEach(session::insert);
      if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
        throw new IllegalStateException("the rules do not come to rest");
      }
    } finally {
      session.dispose();
    }
    return fired.entries();
  }
}
