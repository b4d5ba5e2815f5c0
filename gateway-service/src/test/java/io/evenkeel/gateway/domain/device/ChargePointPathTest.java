package io.evenkeel.gateway.domain.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargePointPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "/ocpp/CP1 > CP1",
        "/ocpp/RDAM%7C12%20A%2FB%C3%A9+1 > RDAM|12 A/Bé+1",
        "/ocpp/100%25 > 100%",
        "/ocpp/100%2525 > 100%25",
        "/ocpp/A%2b > A+",
        "/ocpp/end%41 > endA",
      })
  void theIdIsDecodedOnce(String path, String id) {
    assertEquals(Optional.of(id), ChargePointPath.id("/ocpp/", path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ocpp/",
        "/ocpp",
        "/",
        "",
        "/other/CP1",
        "/ocpp/a/b",
        "/ocpp/%",
        "/ocpp/%4",
        "/ocpp/%zz",
        "/ocpp/%C3",
        "/ocpp/a%00b",
        "/ocpp/a%0Ab"
      })
  void whatIsNoIdLeadsNowhere(String path) {
    assertEquals(Optional.empty(), ChargePointPath.id("/ocpp/", path));
  }

  @Test
  void idsAreBounded() {
    assertTrue(ChargePointPath.isId("x".repeat(255)));
    assertFalse(ChargePointPath.isId("x".repeat(256)));
  }
}
