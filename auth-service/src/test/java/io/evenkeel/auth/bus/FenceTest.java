package io.evenkeel.auth.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class FenceTest {

  private final Fence fence = new Fence();

  @Test
  void nobodyInsideIsNobodyToWaitFor() {
    assertTrue(asked().get(), "passed at once");
  }

  @Test
  void aWriterWaitsForThoseInsideAndNotForThoseWhoCome() {
    Fence.Pass before = fence.enter();
    AtomicBoolean passed = asked();
    Fence.Pass after = fence.enter();
    assertFalse(passed.get(), "one is still inside");
    before.leave();
    assertTrue(passed.get(), "the later one is not waited for");
    after.leave();
  }

  @Test
  void aSecondWriterWaitsForTheOldOnesToo() {
    Fence.Pass old = fence.enter();
    AtomicBoolean first = asked();
    AtomicBoolean second = asked();
    Fence.Pass newer = fence.enter();
    AtomicBoolean third = asked();
    newer.leave();
    assertFalse(second.get() || third.get(), "the old one is still inside");
    old.leave();
    assertTrue(first.get() && second.get() && third.get(), "all are released");
  }

  @Test
  void inAnyOrderAWriterPassesExactlyWhenTheLastOfItsEldersHasLeft() {
    for (long seed = 1; seed <= 500; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      Fence any = new Fence();
      List<Fence.Pass> inside = new ArrayList<>();
      List<Set<Fence.Pass>> elders = new ArrayList<>();
      List<AtomicBoolean> passed = new ArrayList<>();
      for (int step = 0; step < 80; step++) {
        switch (random.nextInt(3)) {
          case 0 -> inside.add(any.enter());
          case 1 -> {
            if (!inside.isEmpty()) {
              Fence.Pass leaver = inside.remove(random.nextInt(inside.size()));
              elders.forEach(each -> each.remove(leaver));
              leaver.leave();
            }
          }
          default -> {
            AtomicBoolean done = new AtomicBoolean();
            elders.add(new HashSet<>(inside));
            passed.add(done);
            any.passed().subscribe().with(unused -> done.set(true));
          }
        }
        for (int writer = 0; writer < passed.size(); writer++) {
          assertEquals(
              elders.get(writer).isEmpty(),
              passed.get(writer).get(),
              "seed %d step %d writer %d".formatted(seed, step, writer));
        }
      }
    }
  }

  private AtomicBoolean asked() {
    AtomicBoolean passed = new AtomicBoolean();
    fence.passed().subscribe().with(unused -> passed.set(true));
    return passed;
  }
}
