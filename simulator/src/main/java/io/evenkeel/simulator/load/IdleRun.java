package io.evenkeel.simulator.load;

import io.evenkeel.simulator.wire.Endpoint;
import io.evenkeel.simulator.wire.EventLoops;
import io.evenkeel.simulator.wire.Link;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many connections at once that then do nothing: how long until all are accepted, how many were
 * refused, what each costs the server. Beyond 20,000 connections to one address the system runs out
 * of ports, so they are spread over source addresses 127.0.0.1, 127.0.0.2 and so on.
 */
public final class IdleRun implements AutoCloseable {
  private static final int PER_ADDRESS = 20_000;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final List<URI> urls;
  private final String prefix;
  private final @Nullable String password;
  private final boolean boot;
  private final EventLoops loops;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean closing;

  /**
   * @param boot whether each sends a BootNotification and counts as accepted when that is
   */
  public IdleRun(
      List<URI> urls, String prefix, @Nullable String password, boolean boot, int threads) {
    this.urls = List.copyOf(urls);
    this.prefix = prefix;
    this.password = password;
    this.boot = boot;
    this.loops = EventLoops.start(threads);
  }

  /**
   * What came of connecting.
   *
   * @param took until the last attempt had its answer
   * @param refusals how often each reason was given
   */
  public record Storm(int asked, int accepted, Duration took, Map<String, Integer> refusals) {}

  /** All at once; each tries once. Returns when all have their answer, or the time is over. */
  public Storm connect(int count, Duration within) {
    var answered = new CountDownLatch(count);
    var accepted = new AtomicInteger();
    long began = System.nanoTime();
    for (int number = 0; number < count; number++) {
      open(number, count, accepted, answered);
    }
    try {
      if (!answered.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
        refusals.merge("no answer", (int) answered.getCount(), Integer::sum);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Storm(
        count, accepted.get(), Duration.ofNanos(System.nanoTime() - began), Map.copyOf(refusals));
  }

  private void open(int number, int count, AtomicInteger accepted, CountDownLatch answered) {
    var secret = password == null ? null : password.getBytes(StandardCharsets.UTF_8);
    var source = count > PER_ADDRESS ? "127.0.0." + (1 + number / PER_ADDRESS) : null;
    var endpoint =
        new Endpoint(
            urls.get(number % urls.size()),
            Names.chargePoint(prefix, number),
            secret,
            List.of("ocpp1.6"),
            source);
    var point = new IdlePoint(accepted, answered);
    Link.open(loops, loops.next(), endpoint, point)
        .onSuccess(point::opened)
        .onFailure(
            failure -> {
              refusals.merge(reason(failure), 1, Integer::sum);
              answered.countDown();
            });
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case UpgradeRejectedException refused -> "HTTP " + refused.getStatus();
      default -> {
        var message = failure.getMessage();
        yield message == null ? failure.getClass().getSimpleName() : message;
      }
    };
  }

  /** How many connections ended since they were accepted. */
  public int lost() {
    return lost.get();
  }

  /** Closes all with 1000. */
  @Override
  public void close() {
    closing = true;
    links.forEach(link -> link.close(1000, ""));
    long deadline = System.nanoTime() + CLOSE_WITHIN.toNanos();
    while (!links.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    loops.close();
  }

  /** Holds its connection, and does nothing more. */
  private final class IdlePoint implements Link.Listener {
    private final AtomicInteger accepted;
    private final CountDownLatch answered;
    private @Nullable Link link;
    private boolean settled;

    IdlePoint(AtomicInteger accepted, CountDownLatch answered) {
      this.accepted = accepted;
      this.answered = answered;
    }

    void opened(Link open) {
      link = open;
      links.add(open);
      if (boot) {
        open.send(new Frames().boot(1));
      } else {
        settle(null);
      }
    }

    private void settle(@Nullable String refusal) {
      if (!settled) {
        settled = true;
        if (refusal == null) {
          accepted.incrementAndGet();
        } else {
          refusals.merge(refusal, 1, Integer::sum);
        }
        answered.countDown();
      }
    }

    @Override
    public void text(String frame) {
      if (Answers.type(frame) != '2') {
        boolean good = Answers.type(frame) == '3' && Answers.accepted(frame);
        settle(good ? null : "boot answered " + Answers.quoted(frame, 1));
      } else if (link != null) {
        link.send(CommandAnswers.to(frame));
      }
    }

    @Override
    public void closed(@Nullable Integer code, @Nullable String reason) {
      if (link != null) {
        links.remove(link);
      }
      settle("closed " + code);
      if (!closing) {
        lost.incrementAndGet();
      }
    }
  }
}
