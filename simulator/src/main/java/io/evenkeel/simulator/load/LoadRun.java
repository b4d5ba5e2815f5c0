package io.evenkeel.simulator.load;

import io.evenkeel.simulator.wire.EventLoops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Charging sessions as fast as the answers come, so many at a time. Charge points stay connected
 * and take turns.
 */
public final class LoadRun {
  private static final Duration CONNECT_WITHIN = Duration.ofMinutes(5);

  private final LoadOptions options;
  private final ProcessTree server;
  private final Consumer<String> progress;

  public LoadRun(LoadOptions options, ProcessTree server, Consumer<String> progress) {
    this.options = options;
    this.server = server;
    this.progress = progress;
  }

  /** Connects, warms up, measures, closes. */
  public LoadReport run() {
    try (var loops = EventLoops.start(options.threads())) {
      var lanes = lanes(loops);
      long began = System.nanoTime();
      all(lanes.stream().map(Lane::connect).toList(), CONNECT_WITHIN);
      long connected = lanes.stream().mapToLong(lane -> now(lane.connected())).sum();
      var connecting = Duration.ofNanos(System.nanoTime() - began);
      progress.accept(
          "%d of %d charge points connected in %.1f s"
              .formatted(connected, options.chargePoints(), seconds(connecting)));
      lanes.forEach(Lane::go);
      pause(options.warmup());
      var refused = take(lanes);
      progress.accept("warm: %.0f answers/s so far".formatted(rate(refused, options.warmup())));
      var report = measure(lanes, connected, connecting);
      all(lanes.stream().map(Lane::close).toList(), CONNECT_WITHIN);
      pause(Duration.ofMillis(200));
      return report;
    }
  }

  private List<Lane> lanes(EventLoops loops) {
    var lanes = new ArrayList<Lane>();
    int threads = options.threads();
    for (int i = 0; i < threads; i++) {
      int share = options.concurrency() / threads + (i < options.concurrency() % threads ? 1 : 0);
      lanes.add(new Lane(options, loops, loops.contexts().get(i), share));
    }
    for (int number = 0; number < options.chargePoints(); number++) {
      lanes.get(number % threads).add(number);
    }
    return lanes;
  }

  private LoadReport measure(List<Lane> lanes, long connected, Duration connecting) {
    var self = new ProcessTree(List.of(ProcessHandle.current().pid()));
    var before = server.usage();
    var selfBefore = self.usage().cpu();
    long began = System.nanoTime();
    pause(options.duration());
    var tally = take(lanes);
    var took = Duration.ofNanos(System.nanoTime() - began);
    var after = server.usage();
    return new LoadReport(
        options,
        connected,
        connecting,
        took,
        tally,
        server.isEmpty() ? null : after.cpu().minus(before.cpu()),
        after.memoryKiB(),
        self.usage().cpu().minus(selfBefore));
  }

  private static Tally take(List<Lane> lanes) {
    var sum = new Tally();
    lanes.forEach(lane -> sum.add(now(lane.take())));
    return sum;
  }

  private static double rate(Tally tally, Duration over) {
    return tally.overall().getTotalCount() / Math.max(0.001, seconds(over));
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static <T> T now(CompletableFuture<T> future) {
    return future.orTimeout(1, TimeUnit.MINUTES).join();
  }

  private static void all(List<? extends CompletableFuture<?>> futures, Duration within) {
    CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
