package io.evenkeel.simulator.fleet;

import io.evenkeel.simulator.charging.ChargerModel;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fleet of charge points of one make.
 *
 * @param urls addresses of the central system; charge points are spread over them
 * @param sessionsPerHour how many cars come to a connector per hour, before {@code speed}
 * @param speed how many times faster cars come and batteries fill
 * @param threads event loops
 * @param idTags how many different drivers there are
 */
public record FleetOptions(
    List<URI> urls,
    int chargePoints,
    String prefix,
    @Nullable String password,
    ChargerModel model,
    double sessionsPerHour,
    double speed,
    int threads,
    int idTags) {

  public FleetOptions {
    if (chargePoints < 1 || sessionsPerHour <= 0 || speed <= 0 || threads < 1 || idTags < 1) {
      throw new IllegalArgumentException("charge points, sessions, speed and threads are positive");
    }
  }
}
