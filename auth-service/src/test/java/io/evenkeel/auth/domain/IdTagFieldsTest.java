package io.evenkeel.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTagFieldsTest {

  private final Violations violations = new Violations();
  private final IdTagFields fields = new IdTagFields(violations);

  @ParameterizedTest
  @CsvSource({
    "2030-12-31T23:59:59Z, 2030-12-31T23:59:59Z",
    "2030-12-31T23:59:59+02:00, 2030-12-31T21:59:59Z",
    "2030-12-31T23:59:59.123456789Z, 2030-12-31T23:59:59.123Z",
    "2030-12-31T23:59:59, 2030-12-31T23:59:59Z",
    "2030-12-31T23:59Z, 2030-12-31T23:59:00Z"
  })
  void timesAreReadWithAnyZoneOrNone(String text, String expected) {
    assertEquals(Instant.parse(expected), fields.instant("expiryDate", text));
    assertTrue(violations.isEmpty(), "no objection to " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2030-13-01T00:00:00Z",
        "2030-12-31",
        "1969-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "1893456000"
      })
  void whatIsNoTimeIsNamed(String text) {
    assertNull(fields.instant("expiryDate", text));
    assertEquals("expiryDate", violations.list().getFirst().field());
  }

  @Test
  void aStatusIsOneThatAnOperatorCanSet() {
    assertEquals(AuthorizationStatus.Blocked, fields.status("status", "Blocked"));
    for (String text : List.of("blocked", "ConcurrentTx", "", "Unknown")) {
      assertNull(fields.status("status", text), text + " is none");
    }
    assertEquals(4, violations.list().size(), "each is objected to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "", "many", "2147483648"})
  void aLimitIsAWholeNumberFromOne(String text) {
    assertNull(fields.positive("maxConcurrentTransactions", text));
    assertEquals("maxConcurrentTransactions", violations.list().getFirst().field());
  }

  @Test
  void aNoteHasABoundAndNoControlCharacters() {
    assertEquals("Müller\n2nd card", fields.note("note", "Müller\n2nd card"));
    assertEquals("x".repeat(500), fields.note("note", "x".repeat(500)));
    assertTrue(violations.isEmpty(), "no objection so far");
    assertNull(fields.note("note", "x".repeat(501)));
    assertNull(fields.note("note", "a\0b"));
    assertEquals(2, violations.list().size(), "each is objected to");
  }
}
