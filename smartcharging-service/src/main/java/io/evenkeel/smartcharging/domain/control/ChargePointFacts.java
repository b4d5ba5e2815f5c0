package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.ChargePointEvent.Booted;
import io.evenkeel.messaging.ChargePointEvent.CapabilitiesKnown;
import io.evenkeel.messaging.ChargePointEvent.Connected;
import io.evenkeel.messaging.ChargePointEvent.Disconnected;
import io.evenkeel.messaging.ChargePointEvent.Notified;
import io.evenkeel.messaging.ChargePointEvent.ProfileChanged;
import io.evenkeel.messaging.SessionRef;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a gateway node says, applied to a charge point. Everything may be told more than once. */
final class ChargePointFacts {

  /** So long a lesson may take to the gateway and back. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

  private ChargePointFacts() {}

  static void apply(ChargePointState chargePoint, ChargePointEvent event) {
    switch (event) {
      case Connected connected -> connected(chargePoint, connected);
      case Disconnected disconnected -> {
        if (disconnected.session().equals(chargePoint.socket)) {
          chargePoint.socket = null;
          chargePoint.awaySince = disconnected.receivedAt();
        }
      }
      case Booted booted -> booted(chargePoint, booted);
      case CapabilitiesKnown known -> {
        Learned before = chargePoint.learned();
        boolean heardOfLessons = known.receivedAt().isAfter(chargePoint.learnedAt.plus(ON_ITS_WAY));
        Learned after =
            heardOfLessons
                ? before.contradictedBy(known.capabilities())
                : before.under(chargePoint.capabilities(), known.capabilities());
        if (!known.capabilities().equals(chargePoint.capabilities()) || !after.equals(before)) {
          chargePoint.learned(after);
          chargePoint.capabilities(known.capabilities());
          tryAnew(chargePoint);
        }
      }
      case Notified _, ProfileChanged _ -> {}
    }
  }

  private static void connected(ChargePointState chargePoint, Connected connected) {
    if (!connected.session().equals(chargePoint.socket)) {
      chargePoint.learned(
          chargePoint.learned().running(chargePoint.capabilities(), connected.capabilities()));
      chargePoint.capabilities(connected.capabilities());
      hasSocket(chargePoint, connected.session());
    }
  }

  private static void hasSocket(ChargePointState chargePoint, SessionRef socket) {
    chargePoint.socket = socket;
    for (ConnectorState state : chargePoint.connectors) {
      state.exposure(state.exposure().away());
    }
    tryAnew(chargePoint);
  }

  /** True when it is news that this is the socket. */
  static boolean compare(ChargePointState chargePoint, @Nullable SessionRef socket) {
    boolean same = socket == null ? chargePoint.socket == null : socket.equals(chargePoint.socket);
    boolean news = !same && chargePoint.differentSocketSeen;
    chargePoint.differentSocketSeen = !same && !news;
    if (news && socket != null) {
      hasSocket(chargePoint, socket);
    } else if (news) {
      chargePoint.socket = null;
      chargePoint.awaySince = null;
    }
    return news;
  }

  private static void booted(ChargePointState chargePoint, Booted booted) {
    chargePoint.socket = booted.session();
    chargePoint.learned(chargePoint.learned().timekeeping(Timekeeping.UNPROVEN));
    for (ConnectorState state : chargePoint.connectors) {
      state.exposure(state.exposure().rebooted());
    }
    tryAnew(chargePoint);
  }

  /** Everything is sent once more, and what was refused before may be taken now. */
  private static void tryAnew(ChargePointState chargePoint) {
    chargePoint.beginsAnew();
    for (ConnectorState state : chargePoint.connectors) {
      state.resendDefault = true;
      state.resendTx = state.session() != null;
      state.forms(Forms.UNTRIED);
      state.exposure(state.exposure().uncontrolled(!chargePoint.capabilities().smartCharging()));
    }
  }
}
