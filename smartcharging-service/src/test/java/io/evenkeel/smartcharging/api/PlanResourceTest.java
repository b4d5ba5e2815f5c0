package io.evenkeel.smartcharging.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.document.Demo;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlanResourceTest {

  private static final byte[] DEMO = Demo.text().getBytes(StandardCharsets.UTF_8);

  @Test
  void whoComesWhenAllPlacesAreTakenIsAskedToComeAgain() {
    PlanResource full = new PlanResource(config("at-once", "0"));

    HttpProblem problem = assertThrows(HttpProblem.class, () -> full.solve("plan", "0", DEMO));

    assertEquals(503, problem.getStatusCode());
    assertEquals(5, problem.getHeaders().get("Retry-After"));
  }

  @Test
  void aPlaceIsFreeAgainAfterAnAnswerAndAfterARefusal() {
    PlanResource one = new PlanResource(config("at-once", "1"));

    one.solve("plan", "0", DEMO);
    assertThrows(HttpProblem.class, () -> one.solve("plan", "0", new byte[0]));

    assertEquals("demo", one.solve("plan", "0", DEMO).instance());
  }

  @Test
  void theLargestBodyIsSet() {
    PlanResource small = new PlanResource(config("largest-body", "100"));

    HttpProblem problem = assertThrows(HttpProblem.class, () -> small.solve("plan", "0", DEMO));

    assertEquals(413, problem.getStatusCode());
  }

  private static SmartchargingConfig config(String key, String value) {
    return new SmallRyeConfigBuilder()
        .withMapping(SmartchargingConfig.class)
        .withDefaultValue("evenkeel.smartcharging.questions." + key, value)
        .build()
        .getConfigMapping(SmartchargingConfig.class);
  }
}
