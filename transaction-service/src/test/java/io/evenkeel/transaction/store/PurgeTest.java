package io.evenkeel.transaction.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.embedded.PostgresResource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The retention of meter values and status reports. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PurgeTest {

  @Inject Purge purge;

  @Inject
  @ReactiveDataSource("charging")
  Pool pool;

  private final String chargePoint = "PURGE-" + UUID.randomUUID();

  @Test
  void only_what_is_past_its_retention_goes() {
    sql(
        """
        INSERT INTO meter_value (charge_point, connector_id, sampled_at, digest, received_at, samples)
        SELECT '%s', 1, now(), n, now() - n * interval '1 day', '[]' FROM generate_series(1, 800) n
        """);
    sql(
        """
        INSERT INTO connector_status (charge_point, connector_id, reported_at, digest, received_at,
                                      status, error_code, late, anomaly)
        SELECT '%s', 1, now(), n, now() - n * interval '1 day', 'Available', 'NoError', false, false
        FROM generate_series(1, 400) n
        """);

    int deleted = purge.run().await().atMost(Duration.ofSeconds(20));

    assertEquals(71 + 36, deleted);
    assertEquals(729, count("meter_value"), "729 days are less than two years");
    assertEquals(364, count("connector_status"));
    assertEquals(0, purge.run().await().atMost(Duration.ofSeconds(20)), "nothing is left to do");
  }

  private long count(String table) {
    return sql("SELECT count(*) FROM " + table + " WHERE charge_point = '%s'");
  }

  private long sql(String text) {
    var rows =
        pool.query(text.formatted(chargePoint))
            .execute()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return rows.size() == 0 ? rows.rowCount() : rows.iterator().next().getLong(0);
  }
}
