package nl.wegwijzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command explains itself. */
class HelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"check", "advise", "explore", "mutate", "diff"})
  void commandExplainsItself(String command) {
    assertThat(CommandLineTool.run(command, "--help")).isZero();
  }
}
