package io.evenkeel.simulator.load;

import io.evenkeel.simulator.wire.Link;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One charge point of a load run: a socket and the step of the session that it is in. */
final class LoadPoint implements Link.Listener {
  private static final long WH_PER_METER_VALUES = 150;

  /** What a point tells the lane that drives it. */
  interface Driver {
    Frames frames();

    Tally tally();

    void sessionOver(LoadPoint point);

    void lost(LoadPoint point);
  }

  final int number;
  private final String idTag;
  private final Driver driver;
  private @Nullable Link link;
  private String transaction = "";
  private int step = -1;
  private long messageId;
  private long sentAt;
  private long meterWh;

  LoadPoint(int number, String idTag, Driver driver) {
    this.number = number;
    this.idTag = idTag;
    this.driver = driver;
  }

  void opened(Link open) {
    link = open;
  }

  boolean connected() {
    return link != null;
  }

  boolean inSession() {
    return step >= 0;
  }

  /** When the CALL under way was written, {@link System#nanoTime()}. */
  long sentAt() {
    return sentAt;
  }

  void startSession() {
    step = 0;
    send();
  }

  private void send() {
    var frames = driver.frames();
    long next = ++messageId;
    var frame =
        switch (SessionScript.STEPS.get(step)) {
          case BootNotification -> frames.boot(next);
          case StatusNotification -> frames.status(next, status());
          case Authorize -> frames.authorize(next, idTag);
          case StartTransaction -> frames.start(next, idTag, meterWh);
          case MeterValues -> {
            meterWh += WH_PER_METER_VALUES;
            yield frames.meterValues(next, transaction, meterWh);
          }
          case Heartbeat -> frames.heartbeat(next);
          case StopTransaction -> frames.stop(next, transaction, idTag, meterWh);
        };
    sentAt = System.nanoTime();
    Objects.requireNonNull(link).send(frame);
  }

  private String status() {
    if (step == 1) {
      return "Preparing";
    }
    return step == SessionScript.STEPS.size() - 1 ? "Available" : "Charging";
  }

  @Override
  public void text(String frame) {
    char type = Answers.type(frame);
    if (type == '2') {
      obey(frame);
    } else if (step < 0 || !Answers.isFor(frame, messageId)) {
      driver.tally().wrong("answer to nothing");
    } else if (type == '3') {
      answered(frame);
    } else {
      driver.tally().wrong("CALLERROR " + Answers.quoted(frame, 1));
      next();
    }
  }

  private void answered(String frame) {
    var kind = SessionScript.STEPS.get(step);
    driver.tally().answered(kind, System.nanoTime() - sentAt);
    switch (kind) {
      case StartTransaction -> {
        var given = Answers.transactionId(frame);
        transaction = given == null ? "-1" : given;
        if (given == null || !Answers.accepted(frame)) {
          driver.tally().wrong("StartTransaction not accepted");
        }
      }
      case Authorize, BootNotification -> {
        if (!Answers.accepted(frame)) {
          driver.tally().wrong(kind.name() + " not accepted");
        }
      }
      case StatusNotification, MeterValues, Heartbeat, StopTransaction -> {}
    }
    next();
  }

  private void next() {
    step++;
    if (step < SessionScript.STEPS.size()) {
      send();
    } else {
      step = -1;
      driver.tally().sessions++;
      driver.sessionOver(this);
    }
  }

  private void obey(String frame) {
    if (link != null) {
      link.send(CommandAnswers.to(frame));
    }
  }

  void cut() {
    if (link != null) {
      link.drop();
    }
  }

  void close() {
    if (link != null) {
      link.close(1000, "");
    }
  }

  @Override
  public void closed(@Nullable Integer code, @Nullable String reason) {
    link = null;
    step = -1;
    driver.lost(this);
  }
}
