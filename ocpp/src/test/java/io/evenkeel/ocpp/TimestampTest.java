package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
    "2026-03-01t10:00:00z, 2026-03-01T10:00:00Z",
    "2026-03-01 10:00:00Z, 2026-03-01T10:00:00Z",
    "' 2026-03-01T10:00:00Z ', 2026-03-01T10:00:00Z",
    "2026-03-01T10:00Z, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z",
    "2026-03-01T10:00:00+0200, 2026-03-01T08:00:00Z",
    "2026-03-01T10:00:00-02, 2026-03-01T12:00:00Z",
    "2026-03-01T00:30:00+05:45, 2026-02-28T18:45:00Z",
    "2026-12-31T23:59:60Z, 2027-01-01T00:00:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "2099-12-31T23:59:59Z, 2099-12-31T23:59:59Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "2026-03-01T10:00:00.Z, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00.1Z, 2026-03-01T10:00:00.1Z",
    "'2026-03-01T10:00:00,25Z', 2026-03-01T10:00:00.25Z",
    "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123456789Z",
    "2026-03-01T10:00:00.1234567899Z, 2026-03-01T10:00:00.123456789Z",
    "2026-03-01T10:00:00.000001+02:00, 2026-03-01T08:00:00.000001Z"
  })
  void isReadInTheFormsThatChargePointsWrite(String text, Instant instant) {
    var timestamp = Timestamp.parse(text);

    assertEquals(instant, timestamp.instant());
    assertEquals(text, timestamp.text(), "the text as received");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "1772359200",
        "2026-03-01",
        "10:00:00Z",
        "2026-3-1T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-03-00T10:00:00Z",
        "2026-03-32T10:00:00Z",
        "2026-02-29T10:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T10:60:00Z",
        "2026-03-01T10:00:61Z",
        "2026-03-01T10:00:0Z",
        "2026-03-01T10:00:",
        "2026-03-01T10:00:00X",
        "2026-03-01T10:00:00ZZ",
        "2026-03-01T10:00:00+",
        "2026-03-01T10:00:00+2",
        "2026-03-01T10:00:00+19:00",
        "2026-03-01T10:00:00+02:60",
        "2026-03-01T10:00:00+02-00",
        "2026-03-01T10:00:00 CET",
        "-026-03-01T10:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "٢٠٢٦-٠٣-٠١T١٠:٠٠:٠٠Z"
      })
  void isNothingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> Timestamp.parse(text));
  }

  @Test
  void saysWhetherTheZoneWasMissing() {
    assertTrue(Timestamp.parse("2026-03-01T10:00:00").zoneMissing());
    assertTrue(Timestamp.parse("2026-03-01T10:00:00.5").zoneMissing());
    assertFalse(Timestamp.parse("2026-03-01T10:00:00Z").zoneMissing());
    assertFalse(Timestamp.parse("2026-03-01T10:00:00+00:00").zoneMissing());
    assertFalse(Timestamp.parse("2026-03-01T10:00-05").zoneMissing());
    assertFalse(Timestamp.of(Instant.EPOCH).zoneMissing());
  }

  @Test
  void isEqualToTheSameMomentInOtherWords() {
    var utc = Timestamp.parse("2026-03-01T10:00:00Z");
    var local = Timestamp.parse("2026-03-01T12:00:00.000+02:00");

    assertEquals(utc, local);
    assertEquals(utc.hashCode(), local.hashCode());
    assertNotEquals(utc, Timestamp.parse("2026-03-01T12:00:00Z"));
  }

  @Test
  void isWrittenInUtcWithMilliseconds() {
    assertEquals("2026-03-01T10:00:00.000Z", Timestamp.parse("2026-03-01T12:00:00+02:00").wire());
    assertEquals("1969-12-31T23:59:59.999Z", Timestamp.of(Instant.ofEpochSecond(0, -1)).text());
  }

  @Test
  void hasAYearOfFourDigits() {
    assertThrows(IllegalArgumentException.class, () -> Timestamp.of(Instant.MAX));
    assertThrows(IllegalArgumentException.class, () -> Timestamp.of(Instant.MIN));
  }

  @RepeatedTest(20)
  void isTheMomentThatWasWritten() {
    long seed = Seed.next();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      var instant =
          Instant.ofEpochMilli(random.nextLong(-62_000_000_000_000L, 253_000_000_000_000L));

      var written = Timestamp.of(instant).text();

      assertEquals(instant, Timestamp.parse(written).instant(), Seed.says(seed));
      assertEquals(instant, Instant.parse(written), Seed.says(seed));
    }
  }
}
