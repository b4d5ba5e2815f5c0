package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.GatewayConfig;
import java.time.Instant;

/** Watches over one socket: is the charge point still there, and does everybody know of it? */
final class Watch {

  private static final long REPEAT_MILLIS = 2_000;

  /** What is to be done now. */
  enum Due {
    NOTHING,
    PING,
    /** The charge point is not there any more. */
    SILENT,
    /** Others are to be told of the socket again. */
    ANNOUNCE,
    /** See whether another node has a newer socket of this charge point. */
    COMPARE
  }

  private enum Telling {
    UNDER_WAY,
    FAILED,
    DONE
  }

  /** Milliseconds since 1970; read by other threads. */
  private volatile long heardAt;

  private long pingedAt = -1;
  private Telling telling = Telling.UNDER_WAY;
  private long toldAt;

  Watch(Instant opened) {
    heardAt = opened.toEpochMilli();
    toldAt = heardAt;
  }

  /** A frame came. */
  void heard(long now) {
    heardAt = now;
    pingedAt = -1;
  }

  Instant heardAt() {
    return Instant.ofEpochMilli(heardAt);
  }

  void announced(boolean done, long now) {
    telling = done ? Telling.DONE : Telling.FAILED;
    toldAt = now;
  }

  /**
   * @param reading false while the socket is not read: then no sign of life can be seen
   */
  Due tick(long now, GatewayConfig config, boolean reading) {
    if (!reading) {
      pingedAt = -1;
    } else if (pingedAt >= 0) {
      if (now - pingedAt >= config.pongTimeout().toMillis()) {
        return Due.SILENT;
      }
    } else if (now - heardAt >= config.pingInterval().toMillis()) {
      pingedAt = now;
      return Due.PING;
    }
    return switch (telling) {
      case UNDER_WAY -> Due.NOTHING;
      case FAILED -> {
        if (now - toldAt < REPEAT_MILLIS) {
          yield Due.NOTHING;
        }
        telling = Telling.UNDER_WAY;
        yield Due.ANNOUNCE;
      }
      case DONE -> {
        if (now - toldAt < config.ownershipCheck().toMillis()) {
          yield Due.NOTHING;
        }
        toldAt = now;
        yield Due.COMPARE;
      }
    };
  }
}
