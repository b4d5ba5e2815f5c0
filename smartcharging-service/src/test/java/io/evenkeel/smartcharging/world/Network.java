package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.smartcharging.domain.control.Send;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
import java.time.Duration;
import java.time.Instant;
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
  private final boolean gatewayForgets;
  private Runnable atDeathOfGateway = () -> {};
  private int gatewayLives;
  int profiles;
  int schedules;

  Network(
      Timeline timeline,
      Random random,
      Faults faults,
      Map<String, Link> links,
      boolean gatewayForgets) {
    this.timeline = timeline;
    this.random = random;
    this.faults = faults;
    this.links = links;
    this.gatewayForgets = gatewayForgets;
  }

  /** All sockets are gone then. */
  void atDeathOfGateway(Runnable then) {
    atDeathOfGateway = then;
  }

  private void gatewayDies() {
    timeline.note("the gateway dies");
    gatewayLives++;
    atDeathOfGateway.run();
  }

  /** What was under way: nobody says what came of it; unless it says that it never sent it. */
  private boolean diedMeanwhile(Way way) {
    if (way.gatewayLife() == gatewayLives) {
      return false;
    }
    if (gatewayForgets) {
      way.end(Outcome.Offline, null, null);
    } else {
      nobodyAnswers(way);
    }
    return true;
  }

  /** A message's way, in one direction. */
  Duration delay() {
    return Duration.ofMillis(2 + random.nextInt(150));
  }

  /** One command on its way there and back. */
  private record Way(
      Send send,
      Link link,
      @Nullable SessionRef session,
      Instant sentAt,
      int gatewayLife,
      Consumer<CommandOutcome> told) {

    void end(Outcome outcome, @Nullable Response response, @Nullable Instant at) {
      told.accept(
          new CommandOutcome(
              "command",
              send.key().chargePoint(),
              "service",
              outcome,
              response,
              outcome == Outcome.Refused ? "FormationViolation" : null,
              null,
              at,
              response == null ? null : at));
    }
  }

  @Override
  public void send(Send send, Consumer<CommandOutcome> waiting) {
    count(send);
    timeline.note("sends " + send.key() + " " + words(send));
    Link link = Objects.requireNonNull(links.get(send.key().chargePoint()));
    Way way =
        new Way(
            send,
            link,
            link.session,
            timeline.now(),
            gatewayLives,
            told -> {
              timeline.note(
                  send.key() + " " + words(send) + ": " + told.outcome() + " " + told.response());
              waiting.accept(told);
            });
    if (way.session() == null) {
      timeline.in(delay(), () -> way.end(Outcome.Offline, null, null));
      return;
    }
    if (faults.commandLost()) {
      nobodyAnswers(way);
      return;
    }
    Instant arrival =
        later(
            link.lastCommandAt,
            way.sentAt()
                .plus(faults.commandSlow() ? Duration.ofMillis(random.nextInt(29_000)) : delay()));
    if (arrival.isAfter(way.sentAt().plus(TIMEOUT))) {
      timeline.in(TIMEOUT, () -> way.end(Outcome.Expired, null, null));
      return;
    }
    link.lastCommandAt = arrival;
    if (send instanceof Send.Apply apply) {
      socket(link, send).sent(apply.request().csChargingProfiles());
    }
    timeline.at(arrival, () -> arrive(way));
  }

  private void arrive(Way way) {
    timeline.note(way.send().key() + " receives " + words(way.send()));
    Socket socket = socket(way.link(), way.send());
    if (way.send() instanceof Send.Apply apply) {
      socket.arrived(apply.request().csChargingProfiles());
    }
    if (diedMeanwhile(way)) {
      return;
    }
    if (!Objects.equals(way.session(), way.link().session)) {
      way.end(Outcome.Offline, null, way.sentAt());
      return;
    }
    Charger charger = way.link().charger;
    @Nullable Response response =
        switch (way.send()) {
          case Send.Apply apply -> {
            Charger.Taken taken = charger.receive(apply.request(), timeline.now());
            yield taken == Charger.Taken.HANGS
                ? null
                : new SetChargingProfile.Response(Charger.status(taken));
          }
          case Send.ReadBack asked -> charger.answer(asked.request(), timeline.now());
        };
    if (faults.gatewayDies()) {
      gatewayDies();
    }
    if (response == null || faults.answerLost() || faults.answerLate()) {
      nobodyAnswers(way);
      return;
    }
    answer(way, response);
  }

  private void answer(Way way, Response response) {
    boolean unreadable = faults.answerUnreadable();
    Instant answered = timeline.now().plus(delay());
    if (answered.isAfter(way.sentAt().plus(TIMEOUT).plus(ALLOWANCE))) {
      nobodyAnswers(way);
      return;
    }
    timeline.at(
        answered,
        () -> {
          if (diedMeanwhile(way)) {
            return;
          }
          if (!Objects.equals(way.session(), way.link().session)) {
            way.end(Outcome.Offline, null, way.sentAt());
          } else if (unreadable) {
            way.end(Outcome.Refused, null, way.sentAt());
          } else {
            way.end(Outcome.Answered, response, way.sentAt());
          }
        });
  }

  private void nobodyAnswers(Way way) {
    timeline.at(
        way.sentAt().plus(TIMEOUT).plus(ALLOWANCE),
        () -> way.end(Outcome.TimedOut, null, way.sentAt()));
  }

  private void count(Send send) {
    switch (send) {
      case Send.Apply apply -> {
        profiles++;
        var schedule = apply.request().csChargingProfiles().chargingSchedule();
        schedules += schedule.chargingSchedulePeriod().size() > 1 ? 1 : 0;
      }
      case Send.ReadBack _ -> {}
    }
  }

  private static String words(Send send) {
    return switch (send) {
      case Send.Apply apply -> words(apply.change());
      case Send.ReadBack _ -> "what holds?";
    };
  }

  private static String words(Change change) {
    StringBuilder words = new StringBuilder();
    switch (change) {
      case Change.OfDefault(int limit) -> words.append("default ").append(limit);
      case Change.OfTransaction(int id, Course course) -> {
        words.append("of ").append(id).append(':');
        for (Course.Step step : course.steps()) {
          words.append(' ').append(step.limit());
          words.append(step.from().equals(Instant.MIN) ? "" : " from " + step.from());
        }
        words.append(" end ").append(course.end());
      }
    }
    return words.toString();
  }

  private static Socket socket(Link link, Send send) {
    return Objects.requireNonNull(link.charger.sockets.get(send.key().connectorId()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
