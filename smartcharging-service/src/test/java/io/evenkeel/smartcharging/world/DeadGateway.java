package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.SessionRef;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a gateway node leaves that dies: no sockets, and nobody who tells of it at once. */
final class DeadGateway {

  private static final int TOLD_AFTER = 60;
  private static final int BACK_AFTER = 90;

  private DeadGateway() {}

  /**
   * @param soon a while of at most so many seconds
   * @param connect has a charger find another node
   */
  static void leaves(
      Collection<Link> links,
      Timeline timeline,
      Bus bus,
      IntFunction<Duration> soon,
      Consumer<Link> connect) {
    for (Link link : links) {
      @Nullable SessionRef session = link.session;
      if (session != null) {
        link.session = null;
        timeline.in(soon.apply(TOLD_AFTER), () -> tellOfIt(link, session, timeline, bus));
        timeline.in(soon.apply(BACK_AFTER), () -> connect.accept(link));
      }
    }
  }

  private static void tellOfIt(Link link, SessionRef session, Timeline timeline, Bus bus) {
    bus.told(
        link,
        new ChargePointEvent.Disconnected(
            link.charger.name, timeline.now(), session, "the node died"));
  }
}
