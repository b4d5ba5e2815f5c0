package io.evenkeel.auth.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
    "some.host.example, unknown",
    "'', unknown",
    "fe80::1%lo, fe80:0:0:0:0:0:0:0/64"
  })
  void addresses(String literal, String expected) {
    assertEquals(expected, SourceAddress.of(literal).text());
  }
}
