package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.forecast.QuarterLoad;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows of what sites are told. */
final class InputRows {
  private InputRows() {}

  static void reading(Row row, Function<String, Inputs> of) {
    of.apply(row.getString("site_id"))
        .readings
        .add(
            new MeterReading(
                row.getString("meter_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getDouble("l1"),
                row.getDouble("l2"),
                row.getDouble("l3")));
  }

  static void load(Row row, Function<String, Inputs> of) {
    of.apply(row.getString("site_id"))
        .loads
        .add(
            new QuarterLoad(
                row.getString("meter_id"),
                row.getOffsetDateTime("start_at").toInstant(),
                row.getDouble("l1"),
                row.getDouble("l2"),
                row.getDouble("l3")));
  }

  static void signal(Row row, Function<String, Inputs> of) {
    of.apply(row.getString("site_id"))
        .signals
        .add(
            new Signal(
                row.getString("signal_id"),
                row.getString("node"),
                bound(row),
                row.getOffsetDateTime("from_at").toInstant(),
                row.getOffsetDateTime("until_at").toInstant()));
  }

  private static Signal.Bound bound(Row row) {
    return switch (row.getString("kind")) {
      case "CURRENT" -> {
        Integer[] amperes = row.getArrayOfIntegers("amperes");
        yield new Signal.Bound.Current(new PhaseLimits(amperes[0], amperes[1], amperes[2]));
      }
      case "POWER" -> new Signal.Bound.Power(row.getLong("figure"));
      default -> new Signal.Bound.Share(Math.toIntExact(row.getLong("figure")));
    };
  }

  static Tuple tuple(String site, Signal signal) {
    Tuple tuple = Tuple.tuple().addString(site).addString(signal.id()).addString(signal.node());
    switch (signal.bound()) {
      case Signal.Bound.Current(PhaseLimits a) ->
          tuple
              .addString("CURRENT")
              .addArrayOfInteger(new Integer[] {a.l1(), a.l2(), a.l3()})
              .addLong(null);
      case Signal.Bound.Power(long watts) ->
          tuple.addString("POWER").addArrayOfInteger(null).addLong(watts);
      case Signal.Bound.Share(int percent) ->
          tuple.addString("SHARE").addArrayOfInteger(null).addLong((long) percent);
    }
    return tuple
        .addOffsetDateTime(signal.from().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(signal.until().atOffset(ZoneOffset.UTC));
  }

  static void prices(Row row, Function<String, Inputs> of) {
    OffsetDateTime[] from = row.getArrayOfOffsetDateTimes("from_at");
    Double[] perKwh = row.getArrayOfDoubles("per_kwh");
    List<Prices.Step> steps = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      steps.add(new Prices.Step(from[i].toInstant(), perKwh[i]));
    }
    of.apply(row.getString("site_id")).prices = new Prices(row.getString("currency"), steps);
  }
}
