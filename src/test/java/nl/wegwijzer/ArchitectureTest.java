package nl.wegwijzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may know which, and that nothing is public without need. */
class ArchitectureTest {

  private static final String ROOT = "nl.wegwijzer";

  private static final Set<String> BELOW_THE_FACES =
      Set.of("knowledge", "advice", "statistics", "rules", "forms", "text");

  /** Every package with those it may use. The faces are the last six; {@code web} is what those with pages share. */
  private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
      Map.entry("text", Set.of()),
      Map.entry("forms", Set.of("text")),
      Map.entry("rules", Set.of("forms", "text")),
      Map.entry("statistics", Set.of("text")),
      Map.entry("advice", Set.of("rules", "forms", "text")),
      Map.entry("knowledge", Set.of("advice", "statistics", "rules", "forms", "text")),
      Map.entry("proof", Set.of("knowledge", "advice", "rules", "forms", "text")),
      Map.entry("web", BELOW_THE_FACES),
      Map.entry("wizard", and("web")),
      Map.entry("desk", and("web")),
      Map.entry("explorer", and("web")),
      Map.entry("authoring", and("web", "proof")),
      Map.entry("api", BELOW_THE_FACES),
      Map.entry("cli", and("proof")));

  private final JavaClasses withTests = new ClassFileImporter().importPackages(ROOT);
  private final JavaClasses all =
      new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

  @Test
  void dependenciesPointOneWay() {
    Map<String, Set<String>> surplus = new TreeMap<>();
    all.stream().flatMap(each -> each.getDirectDependenciesFromSelf().stream()).forEach(dependency -> {
      String from = topic(dependency.getOriginClass());
      String to = topic(dependency.getTargetClass());
      if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)
          && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
        surplus.computeIfAbsent(from + " uses " + to, key -> new TreeSet<>()).add(dependency.getDescription());
      }
    });
    assertThat(surplus).isEmpty();
  }

  @Test
  void onlyRulesKnowsDrools() {
    noClasses().that().resideOutsideOfPackage(ROOT + ".rules")
        .should().dependOnClassesThat().resideInAnyPackage("org.drools..", "org.kie..").check(all);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(all);
  }

  @Test
  void theTableNamesExactlyThePackagesThereAre() {
    Set<String> packages = all.stream().map(ArchitectureTest::topic).filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  /**
   * Public is what other packages use, what its signatures speak of, and what Drools calls from compiled rules. Constants
   * alone leave no trace in the classes that use them.
   */
  @Test
  void nothingIsPublicWithoutNeed() {
    Set<String> needed = new LinkedHashSet<>(Set.of(Application.class.getName(), ROOT + ".rules.Fired",
        ROOT + ".text.Limits"));
    Deque<JavaClass> toLookAt = new ArrayDeque<>();
    withTests.stream().filter(each -> each.getDirectDependenciesToSelf().stream().anyMatch(dependency ->
        !dependency.getOriginClass().getPackage().equals(each.getPackage()))).forEach(toLookAt::add);
    while (!toLookAt.isEmpty()) {
      JavaClass seen = toLookAt.pop();
      if (needed.add(seen.getName())) {
        spokenOf(seen).forEach(toLookAt::add);
      }
    }
    assertThat(all.stream().filter(ArchitectureTest::isPublic).map(JavaClass::getName)
        .filter(name -> !needed.contains(name)).sorted()).isEmpty();
  }

  private static boolean isPublic(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static Stream<JavaClass> spokenOf(JavaClass each) {
    Stream<JavaClass> signatures = Stream.concat(each.getMethods().stream(), each.getConstructors().stream())
        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(member -> member.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> kinds = each.isInterface() ? each.getSubclasses().stream() : Stream.empty();
    return Stream.of(signatures, kinds, each.getEnclosingClass().stream()).flatMap(stream -> stream);
  }

  private static Set<String> and(String... further) {
    return Stream.concat(BELOW_THE_FACES.stream(), Stream.of(further)).collect(Collectors.toSet());
  }

  private static String topic(JavaClass each) {
    String name = each.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
  }
}
