package io.evenkeel.transaction.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import io.evenkeel.ocpp.type.ValueFormat;
import io.evenkeel.transaction.domain.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SamplesJsonTest {

  @Test
  void what_was_not_said_is_absent() {
    assertEquals(
        "[{\"v\":\"12\",\"b\":\"Wh\"}]", SamplesJson.write(List.of(sample("12", null, null))));
  }

  @Test
  void the_number_is_there_when_it_is_not_the_text() {
    assertEquals(
        "[{\"v\":\"1.5\",\"u\":\"kW\",\"m\":\"Power.Active.Import\",\"n\":1500,\"b\":\"W\"}]",
        SamplesJson.write(List.of(sample("1.5", Measurand.PowerActiveImport, Unit.kW))));
  }

  @Test
  void text_of_any_kind_is_valid_json_and_comes_back() throws Exception {
    for (String text : List.of("a\"b", "\\", "\n\t\u0001", "€ 1", "\uD83D\uDE00", "{\"x\":[1]}")) {
      String json = SamplesJson.write(List.of(sample(text, null, null)));

      JsonNode tree = new ObjectMapper().readTree(json);
      assertEquals(text, tree.get(0).get("v").asText());
      assertEquals(text, SamplesJson.read(json).getFirst().said().value());
    }
  }

  @Test
  void a_null_character_is_replaced_for_no_database_text_holds_it() {
    assertEquals(
        "a\uFFFDb",
        SamplesJson.read(SamplesJson.write(List.of(sample("a\0b", null, null))))
            .getFirst()
            .said()
            .value());
  }

  @Test
  void any_samples_come_back_as_they_were() {
    Random random = new Random(22);
    for (int i = 0; i < 2000; i++) {
      List<Sample> samples = new ArrayList<>();
      for (int k = random.nextInt(9); k > 0; k--) {
        samples.add(
            Sample.of(
                new SampledValue(
                    Integer.toString(random.nextInt(1000)),
                    any(random, ReadingContext.values()),
                    any(random, ValueFormat.values()),
                    any(random, Measurand.values()),
                    any(random, Phase.values()),
                    any(random, Location.values()),
                    any(random, Unit.values()))));
      }

      assertEquals(samples, SamplesJson.read(SamplesJson.write(samples)));
    }
  }

  @Test
  void digests_stay_what_they_are_for_they_are_kept() {
    assertEquals(0xcbf29ce484222325L, Digest.of(""));
    assertEquals(0xaf63dc4c8601ec8cL, Digest.of("a"));
    assertEquals(0x85944171f73967e8L, Digest.of("foobar"));
  }

  private static <T> @Nullable T any(Random random, T[] values) {
    int index = random.nextInt(values.length + 1);
    return index == values.length ? null : values[index];
  }

  private static Sample sample(String value, @Nullable Measurand measurand, @Nullable Unit unit) {
    return Sample.of(new SampledValue(value, null, null, measurand, null, null, unit));
  }
}
