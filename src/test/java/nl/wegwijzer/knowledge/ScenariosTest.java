package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import nl.wegwijzer.Project;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that authors wrote beside the rules. */
class ScenariosTest {

  @TestFactory
  Stream<DynamicTest> scenarios() {
    ScenarioRunner runner = new ScenarioRunner(Project.knowledge());
    return Project.knowledge().scenarios().stream().map(scenario -> DynamicTest.dynamicTest(
        Path.of(scenario.file()).getFileName() + ": " + scenario.name(),
        Path.of(scenario.file()).toUri(),
        () -> assertThat(runner.differences(scenario)).as(scenario.file() + ":" + scenario.line()).isEmpty()));
  }

  @Test
  void everyRuleDecidesInOneScenarioAndStaysSilentInAnother() {
    ScenarioRunner runner = new ScenarioRunner(Project.knowledge());
    Project.knowledge().scenarios().forEach(runner::differences);
    assertThat(runner.unproven()).isEmpty();
  }

  @Test
  void thereAreAtLeastSixty() {
    assertThat(Project.knowledge().scenarios()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Project.knowledge().rules().rules()).isNotEmpty();
  }
}
