package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guards against a build that passes because nobody looked: where a browser is required, its suite must be there. */
class BrowserRequiredTest {

  @Test
  void browserSuiteRunsWhereItIsRequired() {
    if (Boolean.getBoolean("browser.required")) {
      assertThat(getClass().getResource("/nl/wegwijzer/browser/JourneyWalkTest.class"))
          .as("the browser suite (is /usr/bin/chromium there?)").isNotNull();
    }
  }
}
