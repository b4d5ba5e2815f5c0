package io.evenkeel.transaction.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * A batch on its way to PostgreSQL. It ends for certain: a server that has vanished without a word
 * would otherwise hold the next batches back until the network gives up, a quarter of an hour
 * later.
 */
final class Flush {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Flush() {}

  /** Fails with a time-out that passes by itself: the batch is repeated, which harms nothing. */
  static <T> Uni<T> of(Future<T> written) {
    return UniHelper.toUni(written).ifNoItem().after(LONGEST).fail();
  }
}
