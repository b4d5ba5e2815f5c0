package io.evenkeel.smartcharging.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps samples of sites for plots, for as long as is configured. */
@ApplicationScoped
public class SampleStore {

  /** Of a site that is gone in the meantime nothing is kept. */
  private static final String ADD =
      """
      insert into samples (site_id, at, nodes, limits, worst, planned, measured)
      select $1, $2, $3::text[], $4::int[], $5::int[], $6::int[], $7::int[]
      where exists (select 1 from sites where id = $1)
      on conflict do nothing
      """;

  /** A bounded bite, so that it never holds anybody up. */
  private static final String FORGET =
      """
      delete from samples where ctid = any (array(
        select ctid from samples where at < $1 limit $2))
      """;

  private static final String READ =
      """
      select s.nodes[(v.cell - 1) / 3 + 1] as node, ((v.cell - 1) % 3)::int as phase,
             date_bin(make_interval(secs => $4), s.at, $2) as step,
             min(v.limits) as limits, max(v.worst) as worst, max(v.planned) as planned,
             max(v.measured) as measured
      from samples s
      cross join lateral unnest(s.limits, s.worst, s.planned, s.measured)
        with ordinality as v (limits, worst, planned, measured, cell)
      where s.site_id = $1 and s.at >= $2 and s.at < $3
        and ($5::text is null or s.nodes[(v.cell - 1) / 3 + 1] = $5)
      group by 1, 2, 3
      order by 1, 2, 3
      """;

  private final Pool pool;

  SampleStore(@ReactiveDataSource("smartcharging") Pool pool) {
    this.pool = pool;
  }

  public Uni<Void> add(List<Sample> samples) {
    if (samples.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(ADD)
        .executeBatch(samples.stream().map(SampleStore::tuple).toList())
        .replaceWithVoid();
  }

  private static Tuple tuple(Sample sample) {
    return Tuple.tuple()
        .addString(sample.site())
        .addOffsetDateTime(sample.at().atOffset(ZoneOffset.UTC))
        .addArrayOfString(sample.nodes().toArray(String[]::new))
        .addArrayOfInteger(boxed(sample.limits()))
        .addArrayOfInteger(boxed(sample.worst()))
        .addArrayOfInteger(boxed(sample.planned()))
        .addArrayOfInteger(boxed(sample.measured()));
  }

  private static Integer[] boxed(int[] values) {
    return IntStream.of(values).boxed().toArray(Integer[]::new);
  }

  /**
   * Forgets what is older.
   *
   * @param most samples at a time
   * @return how many were forgotten; as many as {@code most} when there may be more
   */
  public Uni<Integer> forget(Instant before, int most) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), most))
        .map(result -> result.rowCount());
  }

  /**
   * By node, then by phase.
   *
   * @param node one of them; null for all
   */
  public Uni<List<History>> read(
      String site, Instant from, Instant to, Duration step, @Nullable String node) {
    Tuple parameters =
        Tuple.tuple()
            .addString(site)
            .addOffsetDateTime(from.atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(to.atOffset(ZoneOffset.UTC))
            .addDouble((double) step.toSeconds())
            .addString(node);
    return pool.preparedQuery(READ).execute(parameters).map(SampleStore::histories);
  }

  private static List<History> histories(Iterable<Row> rows) {
    List<History> histories = new ArrayList<>();
    List<History.Point> points = new ArrayList<>();
    @Nullable Row first = null;
    for (Row row : rows) {
      if (first != null && !isOfTheSame(first, row)) {
        histories.add(history(first, points));
        points.clear();
      }
      if (points.isEmpty()) {
        first = row;
      }
      OffsetDateTime step = row.getOffsetDateTime("step");
      points.add(
          new History.Point(
              step.toInstant(),
              row.getInteger("limits"),
              row.getInteger("worst"),
              row.getInteger("planned"),
              row.getInteger("measured")));
    }
    if (first != null) {
      histories.add(history(first, points));
    }
    return histories;
  }

  private static boolean isOfTheSame(Row one, Row other) {
    return one.getString("node").equals(other.getString("node"))
        && one.getInteger("phase").equals(other.getInteger("phase"));
  }

  private static History history(Row row, List<History.Point> points) {
    return new History(row.getString("node"), row.getInteger("phase"), points);
  }
}
