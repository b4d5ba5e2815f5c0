package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.evenkeel.smartcharging.domain.forecast.Habit;
import io.evenkeel.smartcharging.domain.forecast.Habits;
import io.evenkeel.smartcharging.domain.forecast.Stay;
import io.evenkeel.smartcharging.domain.forecast.Usual;
import io.evenkeel.smartcharging.domain.live.LiveSession;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.Wish;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.store.StayStore;
import io.evenkeel.smartcharging.store.StayStore.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, what they want, how much they have got, and what is usual. Heard by every process;
 * the one that plans stores it. Safe for any thread; of one connector one thing is to be told after
 * the other.
 */
@ApplicationScoped
public class Stays {

  private static final int HABITS_KEPT = 50_000;

  private final StayStore store;
  private final Roster roster;
  private final Habits habits = new Habits(HABITS_KEPT);
  private final Map<ConnectorKey, Stay> stays = new ConcurrentHashMap<>();
  private final Map<ConnectorKey, BigDecimal> registers = new ConcurrentHashMap<>();

  Stays(StayStore store, Roster roster) {
    this.store = store;
    this.roster = roster;
  }

  /** What was stored by whoever planned before; what was heard here since is younger. */
  Uni<Void> load() {
    return store
        .stays()
        .invoke(found -> found.forEach(this::known))
        .chain(() -> store.habits(HABITS_KEPT))
        .invoke(found -> found.forEach(one -> habits.remember(one.getKey(), one.getValue())))
        .replaceWithVoid();
  }

  private void known(ConnectorKey connector, Stay stay) {
    if (!roster.hasEnded(connector, stay.transactionId())) {
      stays.merge(
          connector,
          stay,
          (heard, stored) -> {
            if (heard.transactionId() != stored.transactionId()) {
              return heard;
            }
            return stored.statedAt() == null
                ? heard
                : heard.wishes(stored.departure(), stored.energyWh(), stored.statedAt());
          });
    }
  }

  /** A reading of the energy register, which is all that matters here. */
  void heard(Metered metered) {
    BigDecimal energy = metered.energyWh();
    if (energy != null) {
      registers.put(new ConnectorKey(metered.chargePoint(), metered.connectorId()), energy);
    }
  }

  /**
   * Anything else. Completes when it is durable.
   *
   * @param epoch empty when this process does not plan
   */
  Uni<Void> heard(TransactionEvent event, Optional<Long> epoch) {
    ConnectorKey connector = new ConnectorKey(event.chargePoint(), event.connectorId());
    Stay before = stays.get(connector);
    return switch (event) {
      case TransactionStarted started -> changed(connector, before, after(before, started), epoch);
      case WishStated wish -> changed(connector, before, after(before, wish), epoch);
      case TransactionEnded ended -> ended(connector, before, ended, epoch);
      case ConnectorStatusChanged _, Metered _ -> Uni.createFrom().voidItem();
    };
  }

  private Stay after(@Nullable Stay before, TransactionStarted started) {
    if (before == null || before.transactionId() != started.transactionId()) {
      boolean late = before != null && started.startedAt().isBefore(before.startedAt());
      return before != null && late
          ? before
          : Stay.of(
              started.transactionId(),
              started.idTag(),
              started.startedAt(),
              started.meterStartWh());
    }
    return before.started(started.idTag(), started.startedAt(), started.meterStartWh());
  }

  private static Stay after(@Nullable Stay before, WishStated wish) {
    Stay stay =
        before != null && before.transactionId() == wish.transactionId()
            ? before
            : Stay.of(wish.transactionId(), null, wish.statedAt(), null);
    return stay.wishes(wish.departure(), wish.energyWh(), wish.statedAt());
  }

  private Uni<Void> changed(
      ConnectorKey connector, @Nullable Stay before, Stay after, Optional<Long> epoch) {
    if (before == null || before.transactionId() != after.transactionId()) {
      registers.remove(connector);
    }
    stays.put(connector, after);
    // it may be told again because it was not stored
    return store(epoch, connector, after, Map.of());
  }

  private Uni<Void> ended(
      ConnectorKey connector, @Nullable Stay before, TransactionEnded ended, Optional<Long> epoch) {
    if (before == null || before.transactionId() != ended.transactionId()) {
      return Uni.createFrom().voidItem();
    }
    Map<String, Habit> learned =
        ended.byEvidence()
            ? Map.of()
            : habits.learn(
                connector, before.idTag(), before.startedAt(), ended.endedAt(), ended.energyWh());
    return store(epoch, connector, null, learned)
        .invoke(
            () -> {
              stays.remove(connector, before);
              registers.remove(connector);
            });
  }

  private Uni<Void> store(
      Optional<Long> epoch, ConnectorKey connector, @Nullable Stay stay, Map<String, Habit> usual) {
    return epoch
        .map(mine -> store.keep(new Change(mine, connector, stay, usual)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** The site with what is known here of its sessions: wishes, what they have got, habits. */
  LiveSite with(LiveSite site) {
    SiteTerms terms = site.tree().definition().terms();
    return new LiveSite(
        site.tree(),
        site.at(),
        site.outlook(),
        site.tariff(),
        site.reserved(),
        site.sessions().stream()
            .map(session -> with(session, site.tree().connector(session.connector()).key(), terms))
            .toList());
  }

  private LiveSession with(LiveSession session, ConnectorKey connector, SiteTerms terms) {
    Stay stay = stays.get(connector);
    boolean known = stay != null && stay.transactionId() == session.transactionId();
    double deliveredWh = known ? deliveredWh(connector) : 0;
    Usual usual =
        habits
            .usual(connector, known && stay != null ? stay.idTag() : null, terms)
            .stillDrawing(deliveredWh, terms);
    return session.knowing(
        deliveredWh,
        known && stay != null ? wish(stay) : Wish.NONE,
        new LiveSession.Habit(session.startedAt().plus(usual.stay()), usual.energyWh()));
  }

  private static Wish wish(Stay stay) {
    Long energy = stay.energyWh();
    return new Wish(stay.departure(), energy == null ? null : energy.doubleValue());
  }

  /** The running transaction of a connector. */
  public Optional<Stay> of(ConnectorKey connector) {
    return Optional.ofNullable(stays.get(connector));
  }

  /** What a running transaction has got so far, in Wh; 0 when nothing is known of it. */
  public double deliveredWh(ConnectorKey connector) {
    Stay stay = stays.get(connector);
    BigDecimal register = registers.get(connector);
    Long start = stay == null ? null : stay.meterStartWh();
    return register == null || start == null ? 0 : Math.max(0, register.doubleValue() - start);
  }

  /** What to expect of the car at a connector when its driver says nothing. */
  public Usual usual(ConnectorKey connector, SiteTerms otherwise) {
    Stay stay = stays.get(connector);
    return habits.usual(connector, stay == null ? null : stay.idTag(), otherwise);
  }
}
