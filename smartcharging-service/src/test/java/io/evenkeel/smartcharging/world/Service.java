package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.Origins;
import io.evenkeel.smartcharging.domain.control.PeriodsStood;
import io.evenkeel.smartcharging.domain.control.Send;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is judged: the control of one site, with a database that outlives it and a bus that waits
 * for it. It may die at any time, also between storing and sending.
 */
final class Service {

  private final Timeline timeline;
  private final Random random;
  private final Faults faults;
  private final Setup setup;
  private final Origins origins;
  private final Dispatch dispatch;

  private final Map<ConnectorKey, ConnectorRecord> stored = new LinkedHashMap<>();
  private final Map<String, Learned> learned = new LinkedHashMap<>();
  private final List<Consumer<SiteControl>> backlog = new ArrayList<>();
  private SiteDefinition definition;
  private @Nullable SiteControl control;
  private int life;
  private Duration clockOff = Duration.ZERO;
  int deaths;
  int believedAgain;
  int lostAgain;

  /** Sends a profile; what came of it is told to the consumer. */
  interface Dispatch {
    void send(Send send, Consumer<CommandOutcome> outcome);
  }

  Service(
      SiteDefinition definition,
      Timeline timeline,
      Random random,
      Faults faults,
      Setup setup,
      Origins origins,
      Dispatch dispatch) {
    this.definition = definition;
    this.timeline = timeline;
    this.random = random;
    this.faults = faults;
    this.setup = setup;
    this.origins =
        new Origins(
            origins.socket(),
            origins.capabilities(),
            name -> setup.lessons().apply(learned.getOrDefault(name, Learned.NOTHING)),
            _ -> SetByHand.NOTHING);
    this.dispatch = dispatch;
  }

  void start() {
    timeline.note("the service starts");
    if (random.nextBoolean()) {
      // an operator has chargers tried again: what hung may have been the network
      learned.replaceAll((_, known) -> known.mostPeriods(Integer.MAX_VALUE));
    }
    life++;
    control =
        new SiteControl(
            SiteTree.of(definition),
            setup.settings(),
            setup.gate(),
            stored.values().stream().map(setup.database()).toList(),
            origins);
    List<Consumer<SiteControl>> waiting = List.copyOf(backlog);
    backlog.clear();
    for (Consumer<SiteControl> told : waiting) {
      told.accept(control);
    }
    turn();
  }

  void die() {
    if (control != null) {
      deaths++;
      timeline.note("the service dies");
      control = null;
      life++;
      timeline.in(Duration.ofMillis(500 + random.nextInt(60_000)), this::start);
    }
  }

  /** Its clock is ahead by so much from now on. */
  void clockJumps(Duration ahead) {
    boolean jumped = !ahead.equals(clockOff);
    timeline.note("the service's clock is ahead by " + ahead);
    clockOff = ahead;
    SiteControl site = control;
    if (site != null && jumped) {
      site.clockJumped();
      turn();
    }
  }

  private Instant now() {
    return timeline.now().plus(clockOff);
  }

  void tell(TransactionEvent event) {
    told(site -> site.apply(event, now()));
  }

  void tell(ChargePointEvent event) {
    told(site -> site.apply(event));
  }

  /** What somebody planned; nobody takes it while the service is dead. */
  void desire(Map<ConnectorKey, Course> plan) {
    SiteControl site = control;
    if (site != null) {
      site.desire(plan);
      turn();
    }
  }

  /** Other limits; not while the service is dead, since nobody takes the request then. */
  boolean redefine(SiteDefinition described) {
    if (control == null) {
      return false;
    }
    definition = described;
    control = control.redefined(SiteTree.of(described), List.of(), origins);
    turn();
    return true;
  }

  boolean isAlive() {
    return control != null;
  }

  SiteStatus status() {
    return Objects.requireNonNull(control, "the service is down").status(now());
  }

  private void told(Consumer<SiteControl> fact) {
    if (control == null) {
      backlog.add(fact);
      return;
    }
    fact.accept(control);
    if (faults.toldTwice()) {
      fact.accept(control);
    }
    turn();
  }

  private void turn() {
    SiteControl site = control;
    if (site == null) {
      return;
    }
    List<Send> sends = site.step(now());
    Changes changes = site.takeChanges();
    changes.connectors().forEach(record -> stored.put(record.key(), record));
    changes.chargePoints().forEach(this::learns);
    if (faults.serviceDies()) {
      die();
      return;
    }
    int sender = life;
    for (Send send : sends) {
      dispatch.send(send, outcome -> completed(sender, send, outcome));
    }
    Instant wake = site.wakeAt();
    if (wake != null) {
      timeline.at(wake.minus(clockOff), () -> wake(sender));
    }
  }

  private void learns(ChargePointRecord record) {
    PeriodsStood.Doubt now = record.learned().periods().doubt();
    Learned before = learned.put(record.chargePoint(), record.learned());
    PeriodsStood.Doubt was = before == null ? null : before.periods().doubt();
    if (was != null) {
      believedAgain += before.mostPeriods() < record.learned().mostPeriods() ? 1 : 0;
      lostAgain += now != null && now.trials() > was.trials() ? 1 : 0;
    }
  }

  private void wake(int sleeper) {
    if (sleeper == life) {
      turn();
    }
  }

  private void completed(int sender, Send send, CommandOutcome outcome) {
    SiteControl site = control;
    if (site != null && sender == life) {
      site.completed(send, outcome, now());
      turn();
    }
  }
}
