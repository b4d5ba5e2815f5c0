package io.evenkeel.messaging.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonComplaintTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1 | it ends too early (line 1, column 8)",
        "{\"a\": 1,} | '}' is not expected (line 1, column 9)",
        "{'a': 1} | it cannot be read (line 1, column 2)",
        "{\"a\": yes} | 'yes' is no value (line 1, column 7)",
        "{\"a\": NaN} | 'NaN' is no value (line 1, column 10)",
        "{\"a\": 007} | it cannot be read (line 1, column 8)",
        "{\"a\": 1, \"a\": 2} | field 'a' is given twice (line 1, column 13)",
        "{} {} | something stands behind its end (line 1, column 4)",
      })
  void whatIsWrongIsSaidWithoutTheLibrarysWords(String text, String complaint) {
    assertEquals(complaint, complaint(text));
  }

  @Test
  void whatIsTooLongOrTooDeepIsSaidToBe() {
    assertEquals(
        "a number or text in it is too long, or it is nested too deeply",
        complaint("[".repeat(2000)).replaceAll(" \\(line.*", ""));
    assertEquals(
        "a number or text in it is too long, or it is nested too deeply",
        complaint("[" + "1".repeat(2000) + "]").replaceAll(" \\(line.*", ""));
  }

  private static String complaint(String text) {
    JsonProcessingException unreadable =
        assertThrows(JsonProcessingException.class, () -> JSON.readTree(text));
    return JsonComplaint.of(unreadable);
  }
}
