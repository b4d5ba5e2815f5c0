package io.evenkeel.transaction.store;

import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Writing;
import io.evenkeel.transaction.domain.MeterReading;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Readings, written in company. */
@ApplicationScoped
public class MeterValueStore {

  private final GroupCommit<List<MeterReading>, Boolean> writes;
  private final Pool pool;

  MeterValueStore(@ReactiveDataSource("charging") Pool pool, TransactionConfig config) {
    this.pool = pool;
    this.writes =
        new GroupCommit<>(
            "transaction.meter-values", Writing.limits(config.meterValues()), this::insert);
  }

  /** Completes when the readings of a message are durable. Harmless to repeat. */
  public Uni<Void> keep(List<MeterReading> readings) {
    return writes.submit(readings).replaceWithVoid();
  }

  private Uni<List<Boolean>> insert(List<List<MeterReading>> batch) {
    List<MeterReading> all = new ArrayList<>(batch.size());
    for (List<MeterReading> readings : batch) {
      all.addAll(readings);
    }
    return Flush.of(
        MeterValueSql.insert(pool, all).map(_ -> Collections.nCopies(batch.size(), true)));
  }
}
