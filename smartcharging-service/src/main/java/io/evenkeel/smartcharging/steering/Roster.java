package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.ChargePointEvent.CapabilitiesKnown;
import io.evenkeel.messaging.ChargePointEvent.Connected;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.Origins;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of all charge points, placed or not, by every process: a new site, or a new
 * planner, begins with it. Kept in memory only; what it does not know shows in the next reading.
 */
@ApplicationScoped
class Roster {

  private final Directory directory;
  private final Map<String, Capabilities> capabilities = new ConcurrentHashMap<>();
  private final Map<Capabilities, Capabilities> kinds = new ConcurrentHashMap<>();
  private final Map<String, SetByHand> byHand = new ConcurrentHashMap<>();
  private final Map<ConnectorKey, TransactionEvent> latest = new ConcurrentHashMap<>();

  Roster(Directory directory) {
    this.directory = directory;
  }

  void heard(ChargePointEvent event) {
    switch (event) {
      case Connected connected -> known(connected.chargePoint(), connected.capabilities());
      case CapabilitiesKnown known -> known(known.chargePoint(), known.capabilities());
      case ChargePointEvent.Disconnected _,
          ChargePointEvent.Booted _,
          ChargePointEvent.Notified _ -> {}
      case ChargePointEvent.ProfileChanged changed -> changed(changed);
    }
  }

  private void changed(ChargePointEvent.ProfileChanged changed) {
    String name = changed.chargePoint();
    int connectors = capabilities(name).map(Capabilities::connectors).orElse(0);
    List<Integer> ids = IntStream.rangeClosed(1, Math.max(1, connectors)).boxed().toList();
    byHand.compute(
        name,
        (_, known) -> {
          SetByHand now =
              (known == null ? SetByHand.NOTHING : known)
                  .after(changed.request(), changed.response(), ids);
          return now.isEmpty() ? null : now;
        });
  }

  private void known(String chargePoint, Capabilities known) {
    // thousands of charge points are of a few kinds
    capabilities.put(chargePoint, kinds.computeIfAbsent(known, kind -> kind));
  }

  void heard(TransactionEvent event) {
    if (event instanceof TransactionStarted || event instanceof TransactionEnded) {
      latest.put(new ConnectorKey(event.chargePoint(), event.connectorId()), event);
    }
  }

  /** Whether the end of a transaction was the last that was heard of its connector. */
  boolean hasEnded(ConnectorKey connector, int transactionId) {
    return latest.get(connector) instanceof TransactionEnded ended
        && ended.transactionId() == transactionId;
  }

  Optional<Capabilities> capabilities(String chargePoint) {
    return Optional.ofNullable(capabilities.get(chargePoint));
  }

  @Nullable SessionRef socket(String chargePoint) {
    return directory.sessionOf(chargePoint).orElse(null);
  }

  /** The start or end heard last of each of the connectors. */
  List<TransactionEvent> latest(List<ConnectorKey> connectors) {
    return connectors.stream()
        .map(latest::get)
        .flatMap(event -> Optional.ofNullable(event).stream())
        .toList();
  }

  /**
   * @param stored what the database knows of a charge point that nothing was heard of
   */
  Origins origins(Map<String, ChargePointRecord> stored) {
    return new Origins(
        this::socket,
        name -> {
          ChargePointRecord known = stored.get(name);
          return capabilities(name)
              .orElseGet(() -> known == null ? Capabilities.unknown() : known.capabilities());
        },
        name -> {
          ChargePointRecord known = stored.get(name);
          return known == null
              ? Learned.NOTHING
              : known
                  .learned()
                  .running(known.capabilities(), capabilities(name).orElse(known.capabilities()));
        },
        name -> {
          ChargePointRecord known = stored.get(name);
          return known == null ? byHand.getOrDefault(name, SetByHand.NOTHING) : known.byHand();
        });
  }
}
