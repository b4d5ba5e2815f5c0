package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.ScheduledAvailability;
import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.gateway.handler.Caller;
import io.evenkeel.gateway.handler.NotificationListener;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.core.StatusNotification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The changes of availability that wait for a transaction to end, and the statuses that show that
 * they have happened. The log of commands keeps them; here they are in memory, on every node,
 * because nobody reads a database for each StatusNotification. A node may hold one that another has
 * settled: the log's states are ordered, so settling it again changes nothing.
 */
@Singleton
public class ScheduledChanges implements NotificationListener {

  private static final Logger LOG = Logger.getLogger(ScheduledChanges.class);

  /** Charge points that are remembered; of more, the log goes on to say Scheduled. */
  private static final int MOST = 50_000;

  private final Map<String, List<ScheduledAvailability>> pending = new ConcurrentHashMap<>();
  private final CommandLog log;

  @Inject
  public ScheduledChanges(CommandLog log) {
    this.log = log;
  }

  /** Reads what the log has; what is here already stays. */
  Uni<Void> load() {
    return log.scheduled(MOST)
        .invoke(
            lines ->
                // oldest first, so that a later one takes the place of an earlier one
                lines.reversed().stream()
                    .flatMap(line -> ScheduledAvailability.of(line).stream())
                    .forEach(this::take))
        .replaceWithVoid();
  }

  /** A ChangeAvailability is over: it waits now, or takes the place of one that does. */
  void ended(CommandEntry entry) {
    ScheduledAvailability.of(entry).ifPresent(this::take);
  }

  private void take(ScheduledAvailability change) {
    var id = change.entry().chargePoint();
    if (!change.pending() && !pending.containsKey(id)) {
      return;
    }
    if (pending.size() >= MOST && !pending.containsKey(id)) {
      LOG.warnf("too many scheduled changes, not followed: chargePoint=%s", id);
      return;
    }
    var replaced = new ArrayList<ScheduledAvailability>();
    pending.compute(
        id,
        (_, before) -> {
          var now = new ArrayList<ScheduledAvailability>();
          for (var each : before == null ? List.<ScheduledAvailability>of() : before) {
            if (each.isReplacedBy(change)) {
              replaced.add(each);
            } else if (!each.entry().commandId().equals(change.entry().commandId())) {
              now.add(each);
            }
          }
          if (now.stream().anyMatch(change::isReplacedBy)) {
            replaced.add(change);
          } else if (change.pending()) {
            now.add(change);
          }
          return now.isEmpty() ? null : List.copyOf(now);
        });
    replaced.forEach(each -> log.note(each.entry().replaced()));
  }

  @Override
  public Action action() {
    return Action.StatusNotification;
  }

  @Override
  public @Nullable Uni<Void> told(Caller caller, Ask.Question question) {
    var waiting = pending.get(caller.chargePoint());
    if (waiting == null) {
      return null;
    }
    var status = (StatusNotification.Request) question.call().request();
    var seen = waiting.stream().filter(each -> each.isSeenIn(status)).toList();
    if (seen.isEmpty()) {
      return null;
    }
    var writes =
        seen.stream()
            .map(each -> log.write(each.entry().effective(question.receivedAt())))
            .toList();
    // forgotten when it is written: when that fails, the charge point's repetition finds it again
    return Uni.join()
        .all(writes)
        .andFailFast()
        .invoke(() -> forget(caller.chargePoint(), seen))
        .replaceWithVoid();
  }

  private void forget(String chargePoint, List<ScheduledAvailability> gone) {
    pending.computeIfPresent(
        chargePoint,
        (_, before) -> {
          var left = before.stream().filter(each -> !gone.contains(each)).toList();
          return left.isEmpty() ? null : left;
        });
  }
}
