package io.evenkeel.transaction.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the driver of a transaction wants.
 *
 * @param departure when the car must be ready; absent when not stated
 * @param energyWh what it is to get from its start to its departure; absent when not stated
 * @param statedAt absent when nothing was ever stated
 */
public record WishView(
    @Nullable Instant departure, @Nullable Long energyWh, @Nullable Instant statedAt) {

  /** Nothing was stated. */
  public static final WishView NONE = new WishView(null, null, null);
}
