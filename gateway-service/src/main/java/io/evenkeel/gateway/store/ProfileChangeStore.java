package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.domain.command.ProfileChange;
import io.evenkeel.messaging.ChargePointEvent.ProfileChanged;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.InvalidPayload;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Changes of charging profiles that others have not been told of yet. */
@ApplicationScoped
public class ProfileChangeStore {

  /**
   * One whose outcome nobody told.
   *
   * @param event empty when the charge point certainly did not do it
   */
  public record Overdue(String commandId, Optional<ProfileChanged> event) {}

  private static final String ADD =
      """
      insert into untold_profile_change (command_id, charge_point, action, request, expires_at)
      values ($1, $2, $3, $4, $5) on conflict do nothing""";

  private static final String OVERDUE =
      """
      select u.command_id, u.charge_point, u.action, u.request, u.expires_at,
        c.state, c.response, c.sent_at, c.answered_at
      from untold_profile_change u left join command c on c.command_id = u.command_id
      where u.expires_at < $1 order by u.expires_at limit 100""";

  private static final String REMOVE = "delete from untold_profile_change where command_id = $1";

  private final Pool pool;

  @Inject
  public ProfileChangeStore(@ReactiveDataSource("fleet") Pool pool) {
    this.pool = pool;
  }

  /** It is about to be sent. */
  public Uni<Void> add(ProfileChange change) {
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.of(
                change.commandId(),
                change.chargePoint(),
                Action.of(change.request()).wire(),
                Codec.encode(change.request()),
                Rows.time(change.expiresAt())))
        .replaceWithVoid();
  }

  /** It has been told. */
  public Uni<Void> remove(String commandId) {
    return pool.preparedQuery(REMOVE).execute(Tuple.of(commandId)).replaceWithVoid();
  }

  /** The oldest of those whose time was over before then, with what the log knows of them. */
  public Uni<List<Overdue>> overdue(Instant before) {
    return pool.preparedQuery(OVERDUE)
        .execute(Tuple.of(Rows.time(before)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(ProfileChangeStore::overdue)
                    .toList());
  }

  private static Overdue overdue(Row row) {
    var commandId = row.getString("command_id");
    @Nullable String said = row.getString("state");
    var state = said == null ? CommandState.Queued : CommandState.valueOf(said);
    @Nullable Instant sentAt = Rows.instant(row.getOffsetDateTime("sent_at"));
    if (!ProfileChange.mayBeDone(state, sentAt)) {
      return new Overdue(commandId, Optional.empty());
    }
    @Nullable Instant answeredAt = Rows.instant(row.getOffsetDateTime("answered_at"));
    var action = Action.of(row.getString("action")).orElseThrow();
    return new Overdue(
        commandId,
        Optional.of(
            new ProfileChanged(
                row.getString("charge_point"),
                answeredAt == null ? row.getOffsetDateTime("expires_at").toInstant() : answeredAt,
                commandId,
                sentAt,
                request(action, row.getString("request")),
                state == CommandState.Answered
                    ? response(action, row.getString("response"))
                    : null)));
  }

  private static Request request(Action action, String json) {
    try {
      return Codec.decodeRequest(action, json);
    } catch (InvalidPayload damaged) {
      throw new IllegalStateException("A command in the database cannot be read", damaged);
    }
  }

  private static @Nullable Response response(Action action, @Nullable String json) {
    try {
      return json == null ? null : Codec.decodeResponse(action, json);
    } catch (InvalidPayload damaged) {
      return null;
    }
  }
}
