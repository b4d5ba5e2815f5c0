package io.evenkeel.messaging.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayTest {

  private final Relay<Integer> relay = new Relay<>();
  private final List<Integer> received = new ArrayList<>();

  @Test
  void handsOverWhatIsRequestedInOrder() {
    IntStream.range(0, 5).forEach(relay::offer);
    relay.open(received::add);
    assertEquals(List.of(), received, "nothing requested");

    relay.request(2);
    assertEquals(List.of(0, 1), received, "two requested");

    relay.request(Long.MAX_VALUE);
    relay.request(Long.MAX_VALUE);
    assertEquals(List.of(0, 1, 2, 3, 4), received, "all requested");
  }

  @Test
  void aReceiverMayOfferAndRequest() {
    relay.open(
        item -> {
          received.add(item);
          if (item < 1000) {
            relay.offer(item + 1);
            relay.request(1);
          }
        });

    relay.request(1);
    relay.offer(0);

    assertEquals(1001, received.size(), "without growing the stack");
  }

  @Test
  void givesBackWhatWaitsWhenClosed() {
    relay.open(received::add);
    relay.request(1);
    IntStream.range(0, 3).forEach(relay::offer);

    assertEquals(List.of(1, 2), relay.close(), "left over");
    assertEquals(List.of(0), received, "received");
  }

  @Test
  void handsOverOneAtATimeFromManyThreads() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    relay.open(
        item -> {
          overlaps.addAndGet(inside.getAndIncrement());
          received.add(item);
          inside.decrementAndGet();
        });
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                thread ->
                    Thread.ofPlatform()
                        .start(
                            () ->
                                IntStream.range(0, 5000)
                                    .forEach(
                                        i -> {
                                          relay.offer(thread * 10_000 + i);
                                          relay.request(1);
                                        })))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(0, overlaps.get(), "two at once");
    assertEquals(20_000, received.size(), "all received");
    for (int thread = 0; thread < 4; thread++) {
      int own = thread;
      List<Integer> ofOne = received.stream().filter(item -> item / 10_000 == own).toList();
      assertEquals(ofOne.stream().sorted().toList(), ofOne, "order of one thread");
    }
  }
}
