package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.messaging.flow.Contexts;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.Send;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One site, one thing at a time: facts are taken together, what follows from them is stored, and
 * only then anything is sent. Everything happens on one event loop.
 */
final class SiteActor {

  private static final Logger LOG = Logger.getLogger(SiteActor.class);
  private static final Duration STORE_AGAIN = Duration.ofMillis(200);

  private record Fact(Consumer<SiteControl> what, UniEmitter<? super Void> done) {}

  private final ContextInternal context;
  private final InstantSource clock;
  private final Effects effects;
  private final ClockWatch watch;
  private final Queue<Fact> facts = new ArrayDeque<>();
  private final Queue<Redefinition> redefinitions = new ArrayDeque<>();
  private volatile SiteControl control;
  private volatile boolean underControl;
  private boolean storing;
  private boolean stopped;

  SiteActor(SiteControl control, ContextInternal context, InstantSource clock, Effects effects) {
    this.control = control;
    this.context = context;
    this.clock = clock;
    this.effects = effects;
    this.watch = new ClockWatch(clock, System::nanoTime);
  }

  /** Completes when what follows from the fact is stored. */
  Uni<Void> tell(Consumer<SiteControl> fact) {
    return Uni.createFrom().emitter(done -> onLoop(() -> add(new Fact(fact, done))));
  }

  /** The site is described anew; completes when that and what follows from it is stored. */
  Uni<Void> redefine(UnaryOperator<SiteControl> change, Redefinition.Store store) {
    return Uni.createFrom()
        .emitter(
            done ->
                onLoop(
                    () -> {
                      redefinitions.add(new Redefinition(change, store, done));
                      turn();
                    }));
  }

  /** Asks the site as it is now, whatever is being stored. */
  <T> Uni<T> ask(Function<SiteControl, T> question) {
    return Uni.createFrom()
        .emitter(
            answer -> {
              ContextInternal asker = Contexts.current();
              onLoop(
                  () -> {
                    T found = question.apply(control);
                    Contexts.on(asker, () -> answer.complete(found));
                  });
            });
  }

  /** Notes a reading, on any thread; true when it is to be told as well. */
  boolean note(Metered metered) {
    return control.note(metered);
  }

  /** Whether no limit could be exceeded when last something happened. */
  boolean underControl() {
    return underControl;
  }

  /** The site's id. */
  String id() {
    return control.tree().definition().id();
  }

  /**
   * Looks whether something is due.
   *
   * @param sockets the present socket of a charge point
   */
  void tick(Function<String, @Nullable SessionRef> sockets) {
    onLoop(
        () -> {
          boolean news = !storing && (watchClock() | control.compareSockets(sockets));
          var wake = control.wakeAt();
          if (news || (wake != null && !clock.instant().isBefore(wake))) {
            turn();
          }
        });
  }

  /** Begins to plan and send. */
  void start() {
    onLoop(this::turn);
  }

  /** Nothing is stored or sent any more; what waits fails, for its teller to tell again. */
  void stop() {
    onLoop(this::stopNow);
  }

  /** As above; gives what was last known. */
  Uni<SiteControl> end() {
    return Uni.createFrom()
        .emitter(
            ended ->
                onLoop(
                    () -> {
                      stopNow();
                      ended.complete(control);
                    }));
  }

  private void onLoop(Runnable what) {
    context.runOnContext(_ -> what.run());
  }

  private void add(Fact fact) {
    if (stopped) {
      fact.done.fail(new NotPlanning());
      return;
    }
    facts.add(fact);
    turn();
  }

  private void turn() {
    if (storing || stopped) {
      return;
    }
    Redefinition redefinition = facts.isEmpty() ? redefinitions.poll() : null;
    if (redefinition != null) {
      redefine(redefinition);
      return;
    }
    watchClock();
    List<Fact> taken = takeFacts();
    Instant now = clock.instant();
    List<Send> sends = control.step(now);
    effects.carries(control.tree(), control.outlook(now), now);
    Changes changes = control.takeChanges();
    if (changes.isEmpty()) {
      stored(taken, sends);
    } else {
      storing = true;
      store(changes, taken, sends);
    }
  }

  /** True when it jumped. */
  private boolean watchClock() {
    boolean jumped = watch.jumped();
    if (jumped) {
      LOG.warnf("Site %s: the clock jumped, schedules are sent and read back anew", id());
      control.clockJumped();
    }
    return jumped;
  }

  /** One that cannot be digested fails alone. */
  private List<Fact> takeFacts() {
    List<Fact> taken = new ArrayList<>(facts.size());
    for (Fact fact = facts.poll(); fact != null; fact = facts.poll()) {
      try {
        fact.what.accept(control);
        taken.add(fact);
      } catch (RuntimeException failure) {
        fact.done.fail(failure);
      }
    }
    return taken;
  }

  private void store(Changes changes, List<Fact> taken, List<Send> sends) {
    effects
        .save(id(), changes)
        .subscribe()
        .with(
            _ -> onLoop(() -> stored(taken, sends)),
            failure -> onLoop(() -> notStored(failure, changes, taken, sends)));
  }

  private void stored(List<Fact> taken, List<Send> sends) {
    storing = false;
    underControl = control.underControl();
    effects.settled(id());
    taken.forEach(fact -> fact.done.complete(null));
    if (!stopped) {
      sends.forEach(this::send);
      goOn();
    }
  }

  private void goOn() {
    if (!facts.isEmpty() || !redefinitions.isEmpty()) {
      turn();
    }
  }

  private void notStored(Throwable failure, Changes changes, List<Fact> taken, List<Send> sends) {
    if (stopped || effects.isOver(failure)) {
      taken.forEach(fact -> fact.done.fail(new NotPlanning()));
      stopNow();
      return;
    }
    LOG.warnf("Site %s: nothing is sent until this has passed: %s", id(), failure);
    context
        .owner()
        .setTimer(STORE_AGAIN.toMillis(), _ -> onLoop(() -> store(changes, taken, sends)));
  }

  private void redefine(Redefinition redefinition) {
    SiteControl before = control;
    SiteControl after;
    List<Send> sends;
    try {
      after = redefinition.change().apply(before);
      sends = after.step(clock.instant());
    } catch (RuntimeException failure) {
      redefinition.done().fail(failure);
      goOn();
      return;
    }
    after.takeChanges(); // all of it is stored, not only what changed
    storing = true;
    redefinition
        .store()
        .store(before, after)
        .subscribe()
        .with(
            _ ->
                onLoop(
                    () -> {
                      control = after;
                      redefinition.done().complete(null);
                      stored(List.of(), sends);
                    }),
            failure ->
                onLoop(
                    () -> {
                      storing = false;
                      redefinition.done().fail(failure);
                      goOn();
                    }));
  }

  private void send(Send send) {
    effects
        .send(send)
        .subscribe()
        .with(
            outcome ->
                onLoop(
                    () -> {
                      if (!stopped) {
                        add(
                            new Fact(
                                site -> site.completed(send, outcome, clock.instant()),
                                Nobody.WAITS));
                      }
                    }));
  }

  private void stopNow() {
    stopped = true;
    facts.forEach(fact -> fact.done.fail(new NotPlanning()));
    facts.clear();
    redefinitions.forEach(redefinition -> redefinition.done().fail(new NotPlanning()));
    redefinitions.clear();
  }
}
