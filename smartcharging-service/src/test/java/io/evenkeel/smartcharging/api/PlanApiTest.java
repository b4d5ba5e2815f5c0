package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.smartcharging.document.Demo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class PlanApiTest {

  @Test
  void aProblemIsAnsweredWithItsPlan() {
    post("", Demo.text())
        .statusCode(200)
        .body("format", is("load-tree-solution/1"))
        .body("instance", is("demo"))
        .body("task", is("plan"))
        .body("schedules.s1[0].start", is(0))
        .body("schedules.s1[0].limitA", greaterThanOrEqualTo(6.0f))
        .body("figures.shortfallWh", is(0.0f))
        .body("figures.gapPercent", is(0.0f))
        .body("figures.leastSatisfaction", is(1.0f))
        .body("sessions[0].id", is("s1"))
        .body("sessions[0].deliveredWh", is(12000.0f))
        .body("allocation", nullValue());
  }

  @Test
  void oneSlotIsAnsweredWithItsAllocation() {
    post("?task=instant&slot=40", Demo.text().replace("\"departure\": 24", "\"departure\": 48"))
        .statusCode(200)
        .body("task", is("instant"))
        .body("slot", is(40))
        .body("allocation.s1", is(16.0f))
        .body("sessions[0].reason", is("CAR_MAXIMUM"))
        .body("schedules", nullValue());
    post("?task=instant&slot=40", Demo.text()).statusCode(200).body("allocation.size()", is(0));
  }

  @Test
  void whatIsWrongIsNamed() {
    String bad =
        Demo.text()
            .replace("\"slots\": 96", "\"slots\": 0")
            .replace("\"cp1-1\", \"e", "\"x\", \"e");
    post("", bad)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItems("slots", "sessions[0].connector"))
        .body("violations.in", hasItems("body"));
    post("", "{").statusCode(400).body("detail", containsString("is no JSON"));
    post("", "").statusCode(400).body("violations[0].field", is("body"));
    post("?task=guess", Demo.text()).statusCode(400).body("violations[0].field", is("task"));
    post("?slot=3", Demo.text())
        .statusCode(400)
        .body("violations[0].field", is("slot"))
        .body("violations[0].message", containsString("is for task=instant"));
    post("", Demo.text().replace("\"slots\": 96", "\"slots\": 1e999"))
        .statusCode(400)
        .body(
            "violations.find { it.field == 'slots' }.message",
            is("must be a whole number from -999999999 to 999999999"));
    post("?task=instant&slot=96", Demo.text())
        .statusCode(400)
        .body("violations[0].message", is("must be a slot of the problem, 0 to 95"));
  }

  @Test
  void whatIsTooLargeIsRefusedAtOnce() {
    post("", Demo.text() + " ".repeat(8_000_000))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("8000000 bytes"));
    StringBuilder nodes = new StringBuilder();
    for (int i = 0; i < 2_100; i++) {
      nodes.append(
          "{\"id\": \"n%d\", \"parent\": \"grid\", \"limits\": [{\"slot\": 0, \"a\": [9, 9, 9]}]},"
              .formatted(i));
    }
    String wide =
        Demo.text()
            .replace("\"slots\": 96", "\"slots\": 2000")
            .replace("\"nodes\": [", "\"nodes\": [" + nodes);
    post("", wide).statusCode(413).body("detail", containsString("Slots times nodes"));
    StringBuilder connectors = new StringBuilder();
    StringBuilder sessions = new StringBuilder();
    for (int i = 0; i < 5_500; i++) {
      connectors.append("{\"id\": \"c%d\", \"node\": \"cp1\"},".formatted(i));
      sessions.append(
          "{\"id\": \"long%d\", \"connector\": \"c%d\", \"departure\": 192, \"energyWh\": 9},"
              .formatted(i, i));
    }
    String patient =
        Demo.text()
            .replace("\"slots\": 96", "\"slots\": 192")
            .replace("\"connectors\": [", "\"connectors\": [" + connectors)
            .replace("\"sessions\": [", "\"sessions\": [" + sessions);
    post("", patient).statusCode(413).body("detail", containsString("squares of the stays"));
    post("?task=instant", patient).statusCode(200);
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void driversAreNotAsked() {
    post("", Demo.text())
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", is("This takes one of the roles admin, operator, site-manager"));
  }

  @Test
  @TestSecurity
  void withoutATokenNothingIsPlanned() {
    post("", Demo.text()).statusCode(401);
  }

  private static ValidatableResponse post(String query, String body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/plans" + query).then();
  }
}
