package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.diagnostics.Diagnostics.Received;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Which attempt may upload to an address: one at a time, and none after one that succeeded. */
@ApplicationScoped
public class UploadStore {

  /**
   * An upload that may take place.
   *
   * @param diagnostics what it is for
   */
  public record Claim(long diagnostics, String chargePoint, String attempt) {}

  private final Pool pool;

  @Inject
  public UploadStore(@ReactiveDataSource("fleet") Pool pool) {
    this.pool = pool;
  }

  /**
   * Lets the attempt upload, until it {@link #received succeeds}, is {@link #released} or its time
   * is over. Empty when there is no such address, it was used, its time is over, or another attempt
   * is under way.
   */
  public Uni<Optional<Claim>> claim(String tokenHash, String attempt, Instant now, Instant until) {
    return pool.preparedQuery(
            """
            update diagnostics set upload = $2, upload_until = $3
            where token = $1 and received_at is null and open_until > $4
              and (upload is null or upload_until <= $4)
            returning id, charge_point""")
        .execute(Tuple.of(tokenHash, attempt, Rows.time(until), Rows.time(now)))
        .map(
            rows -> {
              var found = rows.iterator();
              if (!found.hasNext()) {
                return Optional.empty();
              }
              var row = found.next();
              return Optional.of(
                  new Claim(row.getLong("id"), row.getString("charge_point"), attempt));
            });
  }

  /** The file is whole and on the disk; false when nobody wants it any more. */
  public Uni<Boolean> received(Claim claim, Received file) {
    return pool.preparedQuery(
            """
            update diagnostics set file_name = $3, size = $4, node = $5, received_at = $6,
              upload_until = null
            where id = $1 and upload = $2 and received_at is null""")
        .execute(
            Tuple.tuple()
                .addLong(claim.diagnostics())
                .addString(claim.attempt())
                .addString(file.name())
                .addLong(file.bytes())
                .addShort((short) file.node())
                .addValue(Rows.time(file.at())))
        .map(rows -> rows.rowCount() == 1);
  }

  /** The attempt has failed; the next one may begin. */
  public Uni<Void> released(Claim claim) {
    return pool.preparedQuery(
            """
            update diagnostics set upload = null, upload_until = null
            where id = $1 and upload = $2 and received_at is null""")
        .execute(Tuple.of(claim.diagnostics(), claim.attempt()))
        .replaceWithVoid();
  }

  /** Attempts of this node's earlier lives have failed; their names begin so. */
  public Uni<Void> releaseAll(String prefix) {
    return pool.preparedQuery(
            """
            update diagnostics set upload = null, upload_until = null
            where received_at is null and starts_with(upload, $1)""")
        .execute(Tuple.of(prefix))
        .replaceWithVoid();
  }
}
