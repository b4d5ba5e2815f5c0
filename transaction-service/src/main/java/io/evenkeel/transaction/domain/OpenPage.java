package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.TransactionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link LedgerPage} while entries are entered in it. */
final class OpenPage {

  private final Map<Integer, Transaction> byId = new HashMap<>();
  private final Map<NaturalKey, Integer> byKey = new HashMap<>();
  private final Map<String, Map<Integer, Transaction>> byChargePoint = new HashMap<>();
  private final Map<String, Integer> live;
  private final List<StrayStop> orphans;

  OpenPage(LedgerPage page) {
    this.live = new HashMap<>(page.live());
    this.orphans = new ArrayList<>(page.orphans());
    page.transactions().forEach(this::index);
  }

  private void index(Transaction transaction) {
    byId.put(transaction.id(), transaction);
    byKey.put(transaction.key(), transaction.id());
    byChargePoint
        .computeIfAbsent(transaction.key().chargePoint(), _ -> new LinkedHashMap<>())
        .put(transaction.id(), transaction);
  }

  void put(Transaction transaction) {
    Transaction before = byId.get(transaction.id());
    boolean wasLive = before != null && before.live();
    if (wasLive != transaction.live()) {
      live.computeIfPresent(
          transaction.key().tag(), (_, count) -> count + (transaction.live() ? 1 : -1));
    }
    index(transaction);
  }

  void put(StrayStop stray) {
    if (!stray.duplicate()) {
      orphans.add(stray);
    }
  }

  void taken(StrayStop orphan) {
    orphans.remove(orphan);
  }

  @Nullable Transaction byId(int id) {
    return byId.get(id);
  }

  /** Running transactions of a limited tag. */
  int live(String tag) {
    return live.getOrDefault(tag, 0);
  }

  /**
   * The transaction that this start began, when it is told again. One without a time of its own is
   * told again when all but the time is that of an open transaction.
   */
  Optional<Transaction> startedBy(Entry.Start start) {
    NaturalKey key = start.key();
    Integer id = byKey.get(key);
    if (id != null) {
      return Optional.ofNullable(byId.get(id));
    }
    return start.leniency().timeOfReceipt()
        ? openOn(key.chargePoint(), key.connectorId()).stream()
            .filter(it -> it.key().sameButForTime(key))
            .findFirst()
        : Optional.empty();
  }

  /** A copy: the caller may close them. */
  List<Transaction> openOn(String chargePoint, int connectorId) {
    return openAt(chargePoint).stream()
        .filter(it -> it.key().connectorId() == connectorId)
        .toList();
  }

  List<Transaction> openAt(String chargePoint) {
    return at(chargePoint).filter(Transaction::open).toList();
  }

  /** The ends that this cause has brought about before. */
  List<TransactionEvent> endedBecauseOf(String chargePoint, String cause) {
    return at(chargePoint)
        .filter(
            it -> it.ending() instanceof Ending.Evidence evidence && evidence.cause().equals(cause))
        .sorted(Comparator.comparingInt(Transaction::id))
        .<TransactionEvent>map(Transaction::ended)
        .toList();
  }

  /** The first stop after a start that was waiting for it. */
  Optional<StrayStop> orphanThatMayEnd(Transaction started) {
    return orphans.stream()
        .filter(it -> it.mayEnd(started))
        .min(Comparator.comparing(it -> it.stop().at()));
  }

  private Stream<Transaction> at(String chargePoint) {
    return byChargePoint.getOrDefault(chargePoint, Map.of()).values().stream();
  }
}
