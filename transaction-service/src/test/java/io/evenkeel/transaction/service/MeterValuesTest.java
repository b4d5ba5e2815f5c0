package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.at;
import static io.evenkeel.transaction.service.Messages.energy;
import static io.evenkeel.transaction.service.Messages.sample;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import io.evenkeel.ocpp.type.ValueFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items 62 to 64 and 109; over the bus, against PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MeterValuesTest {

  @Inject TestGateway gateway;
  @Inject Told told;
  @Inject Books books;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String chargePoint = someChargePoint();

  @Test
  void without_a_transaction_for_connector_0_and_for_an_unknown_transaction_they_are_kept() {
    gateway.notify(chargePoint, values(1, null, at(now, energy("1"))));
    gateway.notify(chargePoint, values(0, null, at(now, energy("2"))));
    gateway.notify(chargePoint, values(1, 1_999_999_999, at(now, energy("3"))));

    assertEquals(3, rows().size());
  }

  @Test
  void a_message_that_is_repeated_is_kept_once_and_told_again() {
    var message = values(1, 7, at(now, energy("1")), at(now.plusSeconds(1), energy("2")));

    gateway.notify(chargePoint, message);
    gateway.notify(chargePoint, message);

    assertEquals(2, rows().size(), "one row for each moment");
    assertEquals(2, told.of(chargePoint, Metered.class).size(), "one event for each message");
  }

  @Test
  void what_differs_is_kept_even_at_the_same_moment() {
    gateway.notify(chargePoint, values(1, 7, at(now, energy("1"))));
    gateway.notify(chargePoint, values(1, 7, at(now, energy("2"))));
    gateway.notify(chargePoint, values(2, 7, at(now, energy("1"))));

    assertEquals(3, rows().size());
  }

  @Test
  void a_reading_learns_its_transaction_when_it_is_repeated_with_it() {
    gateway.notify(chargePoint, values(1, null, at(now, energy("1"))));

    gateway.notify(chargePoint, values(1, 7, at(now, energy("1"))));

    assertEquals(1, rows().size());
    assertEquals(7, rows().getFirst().get("transaction_id"));
  }

  @Test
  void the_sum_of_a_message_is_told_in_base_units() {
    gateway.notify(
        chargePoint,
        values(
            1,
            7,
            at(now.minusSeconds(10), energy("1")),
            at(
                now,
                sample("12.345", Measurand.EnergyActiveImportRegister, null, Unit.kWh),
                sample("11.04", Measurand.PowerActiveImport, null, Unit.kW),
                sample("16.1", Measurand.CurrentImport, Phase.L1, Unit.A),
                sample("16.2", Measurand.CurrentImport, Phase.L2, Unit.A),
                sample("15.9", Measurand.CurrentImport, Phase.L3, Unit.A))));

    var metered = told.of(chargePoint, Metered.class).getFirst();
    assertEquals(now, metered.at());
    assertEquals(new BigDecimal("12345"), metered.energyWh());
    assertEquals(new BigDecimal("11040"), metered.powerW());
    assertEquals(
        List.of(new BigDecimal("16.1"), new BigDecimal("16.2"), new BigDecimal("15.9")),
        metered.currentA());
    assertEquals(7, metered.transactionId());
  }

  @Test
  void all_22_measurands_and_signed_data_are_kept_with_their_raw_text() {
    SampledValue[] samples =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(Measurand.values())
                    .map(it -> new SampledValue("1.50", null, null, it, null, null, null)),
                java.util.stream.Stream.of(
                    new SampledValue(
                        "OCMF|{\"FV\":\"1.0\"}|{\"SD\":\"3046\"}",
                        null,
                        ValueFormat.SignedData,
                        null,
                        null,
                        null,
                        null)))
            .toArray(SampledValue[]::new);

    gateway.notify(chargePoint, values(1, 7, at(now, samples)));

    assertEquals(
        23,
        books.count(
            "SELECT json_array_length(samples) FROM meter_value WHERE charge_point = ?",
            chargePoint));
    assertEquals(
        "OCMF|{\"FV\":\"1.0\"}|{\"SD\":\"3046\"}",
        books
            .rows(
                "SELECT samples->22->>'v' AS v FROM meter_value WHERE charge_point = ?",
                chargePoint)
            .getFirst()
            .get("v"));
  }

  @Test
  void what_the_decoder_forgave_is_kept_with_the_raw_payload() {
    gateway.notify(
        chargePoint,
        values(1, 7, at(now, energy("12"))),
        now,
        List.of("meterValue[0].sampledValue[0].value: number instead of string"),
        "{\"connectorId\":1}");

    var row = rows().getFirst();
    assertEquals("{\"connectorId\":1}", row.get("raw"));
    assertTrue(String.valueOf(row.get("remarks")).contains("number instead of string"));
  }

  @Test
  void a_message_of_which_nothing_was_readable_leaves_its_raw_payload() {
    gateway.notify(
        chargePoint,
        new MeterValues.Request(0, null, List.of()),
        now,
        List.of("payload: not an object"),
        "[]");

    assertEquals("[]", rows().getFirst().get("raw"));
    assertTrue(told.of(chargePoint, Metered.class).isEmpty(), "nothing to tell");
  }

  @Test
  void an_empty_message_is_acknowledged() {
    gateway.notify(chargePoint, new MeterValues.Request(1, null, List.of()));

    assertTrue(rows().isEmpty());
  }

  @Test
  void readings_of_one_charge_point_are_told_in_their_order() {
    for (int i = 0; i < 50; i++) {
      gateway.notify(
          chargePoint, values(1, 7, at(now.plusSeconds(i), energy(Integer.toString(i)))));
    }

    assertEquals(
        IntStream.range(0, 50).mapToObj(BigDecimal::valueOf).toList(),
        told.of(chargePoint, Metered.class).stream().map(Metered::energyWh).toList());
  }

  private List<Map<String, @Nullable Object>> rows() {
    return books.rows(
        "SELECT transaction_id, raw, remarks::text AS remarks FROM meter_value"
            + " WHERE charge_point = ? ORDER BY sampled_at",
        chargePoint);
  }
}
