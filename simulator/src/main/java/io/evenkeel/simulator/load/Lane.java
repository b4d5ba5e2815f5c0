package io.evenkeel.simulator.load;

import io.evenkeel.simulator.wire.EventLoops;
import io.evenkeel.simulator.wire.Link;
import io.evenkeel.simulator.wire.Timers;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The charge points of a load run that one event loop drives: some of them in a session, the others
 * resting, each in its turn.
 */
final class Lane implements LoadPoint.Driver {
  private static final int CONNECTING_AT_ONCE = 64;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private final LoadOptions options;
  private final EventLoops loops;
  private final Context loop;
  private final Timers timers;
  private final int concurrency;
  private final Frames frames = new Frames();
  private final List<LoadPoint> points = new ArrayList<>();
  private final ArrayDeque<LoadPoint> resting = new ArrayDeque<>();
  private final ArrayDeque<LoadPoint> toConnect = new ArrayDeque<>();
  private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
  private Tally tally = new Tally();
  private int connecting;
  private int running;
  private boolean going;
  private boolean over;

  Lane(LoadOptions options, EventLoops loops, Context loop, int concurrency) {
    this.options = options;
    this.loops = loops;
    this.loop = loop;
    this.timers = new Timers(loops.vertx());
    this.concurrency = concurrency;
  }

  void add(int number) {
    points.add(new LoadPoint(number, options.idTag(number), this));
  }

  /** Connects all; completes when every one has tried. */
  CompletableFuture<@Nullable Void> connect() {
    loop.runOnContext(
        start -> {
          toConnect.addAll(points);
          connectMore();
        });
    return ready;
  }

  private void connectMore() {
    while (connecting < CONNECTING_AT_ONCE && !toConnect.isEmpty() && !over) {
      connecting++;
      var point = toConnect.poll();
      Link.open(loops, loop, options.endpoint(point.number), point)
          .onComplete(
              opened -> {
                connecting--;
                if (opened.succeeded()) {
                  point.opened(opened.result());
                  resting.add(point);
                  startSessions();
                } else {
                  tally.wrong("connect: " + opened.cause().getMessage());
                  connectLater(point);
                }
                connectMore();
              });
    }
    if (connecting == 0 && toConnect.isEmpty()) {
      ready.complete(null);
    }
  }

  private void connectLater(LoadPoint point) {
    if (!over) {
      var _ =
          timers.after(
              RECONNECT,
              () -> {
                toConnect.add(point);
                connectMore();
              });
    }
  }

  /** Begins the sessions. */
  void go() {
    loop.runOnContext(
        now -> {
          going = true;
          startSessions();
          var _ = timers.every(Duration.ofSeconds(1), this::sweep);
        });
  }

  private void startSessions() {
    while (going && running < concurrency && !resting.isEmpty()) {
      running++;
      resting.poll().startSession();
    }
  }

  /** A CALL that is not answered in time ends the connection, as a charge point would. */
  private void sweep() {
    long now = System.nanoTime();
    for (var point : points) {
      if (point.inSession() && now - point.sentAt() > LONGEST_WAIT.toNanos()) {
        tally.wrong("no answer in " + LONGEST_WAIT.toSeconds() + " s");
        point.cut();
      }
    }
  }

  @Override
  public Frames frames() {
    return frames;
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void sessionOver(LoadPoint point) {
    running--;
    resting.add(point);
    startSessions();
  }

  @Override
  public void lost(LoadPoint point) {
    if (!over) {
      tally.wrong("connection lost");
      resting.remove(point);
      running = (int) points.stream().filter(LoadPoint::inSession).count();
      connectLater(point);
      startSessions();
    }
  }

  /** What was counted since the last call. */
  CompletableFuture<Tally> take() {
    return onLoop(
        () -> {
          var counted = tally;
          tally = new Tally();
          return counted;
        });
  }

  CompletableFuture<Long> connected() {
    return onLoop(() -> points.stream().filter(LoadPoint::connected).count());
  }

  /** Closes every connection with 1000. */
  CompletableFuture<Boolean> close() {
    return onLoop(
        () -> {
          over = true;
          going = false;
          points.forEach(LoadPoint::close);
          return true;
        });
  }

  private <T> CompletableFuture<T> onLoop(Supplier<T> work) {
    var done = new CompletableFuture<T>();
    loop.runOnContext(now -> done.complete(work.get()));
    return done;
  }
}
