package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.forecast.LoadHistory;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.forecast.QuarterLoad;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What the planner keeps of meters, signals and prices. Every write names the planner's epoch and
 * fails with {@link LostLeadership} when another process has become the planner.
 */
@ApplicationScoped
public class InputStore {

  private static final String PUT_READINGS =
      """
      insert into meter_readings (site_id, meter_id, at, l1, l2, l3)
      select $1, r.* from unnest($2::text[], $3::timestamptz[], $4::float8[], $5::float8[],
        $6::float8[]) as r (meter_id, at, l1, l2, l3)
      on conflict (site_id, meter_id) do update
      set at = excluded.at, l1 = excluded.l1, l2 = excluded.l2, l3 = excluded.l3
      where meter_readings.at < excluded.at
      """;
  private static final String PUT_LOADS =
      """
      insert into meter_loads (site_id, meter_id, start_at, l1, l2, l3)
      select $1, r.* from unnest($2::text[], $3::timestamptz[], $4::float8[], $5::float8[],
        $6::float8[]) as r (meter_id, start_at, l1, l2, l3)
      on conflict (site_id, meter_id, start_at) do update
      set l1 = excluded.l1, l2 = excluded.l2, l3 = excluded.l3
      """;
  private static final String FORGET_LOADS = "delete from meter_loads where start_at < $1";
  private static final String PUT_SIGNAL =
      """
      insert into signals (site_id, signal_id, node, kind, amperes, figure, from_at, until_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (site_id, signal_id) do update
      set node = excluded.node, kind = excluded.kind, amperes = excluded.amperes,
        figure = excluded.figure, from_at = excluded.from_at, until_at = excluded.until_at
      """;
  private static final String DELETE_SIGNALS =
      "delete from signals where site_id = $1 and signal_id = any ($2::text[])";
  private static final String PUT_PRICES =
      """
      insert into prices (site_id, currency, from_at, per_kwh) values ($1, $2, $3, $4)
      on conflict (site_id) do update
      set currency = excluded.currency, from_at = excluded.from_at, per_kwh = excluded.per_kwh
      """;

  private final Pool pool;
  private final SmartchargingClock clock;

  InputStore(@ReactiveDataSource("smartcharging") Pool pool, SmartchargingClock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** All there is, by site. */
  public Uni<Map<String, Inputs>> load() {
    Map<String, Inputs> found = new HashMap<>();
    Function<String, Inputs> of = site -> found.computeIfAbsent(site, _ -> new Inputs());
    return pool.query("select * from meter_readings")
        .execute()
        .invoke(rows -> rows.forEach(row -> InputRows.reading(row, of)))
        .chain(() -> pool.query("select * from meter_loads order by start_at").execute())
        .invoke(rows -> rows.forEach(row -> InputRows.load(row, of)))
        .chain(() -> pool.query("select * from signals").execute())
        .invoke(rows -> rows.forEach(row -> InputRows.signal(row, of)))
        .chain(() -> pool.query("select * from prices").execute())
        .invoke(rows -> rows.forEach(row -> InputRows.prices(row, of)))
        .replaceWith(found);
  }

  /**
   * @param readings one of a meter; one that is older than what is stored is not written
   */
  public Uni<Void> readings(long epoch, String site, Collection<MeterReading> readings) {
    List<MeterReading> rows = List.copyOf(readings);
    return write(
        epoch,
        PUT_READINGS,
        Tuple.tuple()
            .addString(site)
            .addArrayOfString(rows.stream().map(MeterReading::meter).toArray(String[]::new))
            .addArrayOfOffsetDateTime(times(rows, reading -> time(reading.at())))
            .addArrayOfDouble(doubles(rows, MeterReading::l1))
            .addArrayOfDouble(doubles(rows, MeterReading::l2))
            .addArrayOfDouble(doubles(rows, MeterReading::l3)));
  }

  /** Those that are too old to matter are forgotten. */
  public Uni<Void> loads(long epoch, String site, List<QuarterLoad> rows) {
    OffsetDateTime oldest = time(clock.instant().minus(Duration.ofDays(LoadHistory.DAYS + 1L)));
    return write(
            epoch,
            PUT_LOADS,
            Tuple.tuple()
                .addString(site)
                .addArrayOfString(rows.stream().map(QuarterLoad::meter).toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(rows, load -> time(load.start())))
                .addArrayOfDouble(doubles(rows, QuarterLoad::l1))
                .addArrayOfDouble(doubles(rows, QuarterLoad::l2))
                .addArrayOfDouble(doubles(rows, QuarterLoad::l3)))
        .chain(() -> write(epoch, FORGET_LOADS, Tuple.of(oldest)));
  }

  public Uni<Void> signal(long epoch, String site, Signal signal) {
    return write(epoch, PUT_SIGNAL, InputRows.tuple(site, signal));
  }

  public Uni<Void> removeSignals(long epoch, String site, Collection<String> ids) {
    return write(
        epoch,
        DELETE_SIGNALS,
        Tuple.tuple().addString(site).addArrayOfString(ids.toArray(String[]::new)));
  }

  public Uni<Void> prices(long epoch, String site, Prices prices) {
    return write(
        epoch,
        PUT_PRICES,
        Tuple.tuple()
            .addString(site)
            .addString(prices.currency())
            .addArrayOfOffsetDateTime(times(prices.steps(), step -> time(step.from())))
            .addArrayOfDouble(doubles(prices.steps(), Prices.Step::pricePerKwh)));
  }

  private Uni<Void> write(long epoch, String statement, Tuple row) {
    return pool.withTransaction(
        transaction ->
            SiteStore.fence(transaction, epoch)
                .chain(() -> transaction.preparedQuery(statement).execute(row))
                .replaceWithVoid());
  }

  private static OffsetDateTime time(java.time.Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static <T> OffsetDateTime[] times(List<T> rows, Function<T, OffsetDateTime> time) {
    return rows.stream().map(time).toArray(OffsetDateTime[]::new);
  }

  private static <T> Double[] doubles(List<T> rows, ToDoubleFunction<T> value) {
    return rows.stream().mapToDouble(value).boxed().toArray(Double[]::new);
  }
}
