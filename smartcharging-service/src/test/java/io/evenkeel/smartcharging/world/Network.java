package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.smartcharging.domain.control.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Between the service and the chargers: slow, lossy, and honest about what it knows. */
final class Network implements Service.Dispatch {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration ALLOWANCE = Duration.ofSeconds(1);

  private final Timeline timeline;
  private final Random random;
  private final Faults faults;
  private final Map<String, Link> links;
  int profiles;

  Network(Timeline timeline, Random random, Faults faults, Map<String, Link> links) {
    this.timeline = timeline;
    this.random = random;
    this.faults = faults;
    this.links = links;
  }

  /** A message's way, in one direction. */
  Duration delay() {
    return Duration.ofMillis(2 + random.nextInt(150));
  }

  @Override
  public void send(Send asked, Consumer<CommandOutcome> waiting) {
    Send.Apply send = (Send.Apply) asked;
    profiles++;
    timeline.note("sends " + send.key() + " " + send.change());
    Consumer<CommandOutcome> outcome =
        told -> {
          timeline.note(
              send.key() + " " + send.change() + ": " + told.outcome() + " " + told.response());
          waiting.accept(told);
        };
    Link link = Objects.requireNonNull(links.get(send.key().chargePoint()));
    SessionRef session = link.session;
    Instant sentAt = timeline.now();
    if (session == null) {
      timeline.in(delay(), () -> outcome.accept(outcome(send, Outcome.Offline, null, null)));
      return;
    }
    Runnable nobodyAnswers = () -> outcome.accept(outcome(send, Outcome.TimedOut, null, sentAt));
    if (faults.commandLost()) {
      timeline.at(sentAt.plus(TIMEOUT).plus(ALLOWANCE), nobodyAnswers);
      return;
    }
    Instant arrival =
        later(
            link.lastCommandAt,
            sentAt.plus(
                faults.commandSlow() ? Duration.ofMillis(random.nextInt(29_000)) : delay()));
    if (arrival.isAfter(sentAt.plus(TIMEOUT))) {
      timeline.in(TIMEOUT, () -> outcome.accept(outcome(send, Outcome.Expired, null, null)));
      return;
    }
    link.lastCommandAt = arrival;
    List<ChargingProfile> wire = socket(link, send).onTheWire;
    wire.add(send.request().csChargingProfiles());
    timeline.at(
        arrival,
        () -> {
          timeline.note(send.key() + " receives " + send.change());
          wire.remove(send.request().csChargingProfiles());
          arrive(send, link, session, sentAt, outcome, nobodyAnswers);
        });
  }

  private void arrive(
      Send.Apply send,
      Link link,
      SessionRef session,
      Instant sentAt,
      Consumer<CommandOutcome> outcome,
      Runnable nobodyAnswers) {
    if (!session.equals(link.session)) {
      outcome.accept(outcome(send, Outcome.Offline, null, sentAt));
      return;
    }
    Charger.Taken taken = link.charger.receive(send.request());
    Instant givenUp = sentAt.plus(TIMEOUT).plus(ALLOWANCE);
    if (taken == Charger.Taken.HANGS || faults.answerLost() || faults.answerLate()) {
      timeline.at(givenUp, nobodyAnswers);
      return;
    }
    boolean unreadable = faults.answerUnreadable();
    Instant answered = timeline.now().plus(delay());
    if (answered.isAfter(givenUp)) {
      timeline.at(givenUp, nobodyAnswers);
      return;
    }
    timeline.at(
        answered,
        () -> {
          if (!session.equals(link.session)) {
            outcome.accept(outcome(send, Outcome.Offline, null, sentAt));
          } else if (unreadable) {
            outcome.accept(outcome(send, Outcome.Refused, null, sentAt));
          } else {
            Response response = new SetChargingProfile.Response(Charger.status(taken));
            outcome.accept(outcome(send, Outcome.Answered, response, sentAt));
          }
        });
  }

  private static Socket socket(Link link, Send send) {
    return Objects.requireNonNull(link.charger.sockets.get(send.key().connectorId()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static CommandOutcome outcome(
      Send send, Outcome outcome, @Nullable Response response, @Nullable Instant sentAt) {
    return new CommandOutcome(
        "command",
        send.key().chargePoint(),
        "service",
        outcome,
        response,
        outcome == Outcome.Refused ? "FormationViolation" : null,
        null,
        sentAt,
        response == null ? null : sentAt);
  }
}
