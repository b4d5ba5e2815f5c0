package io.evenkeel.smartcharging.store;

import java.time.Instant;
import java.util.List;

/**
 * How a site was at a moment. The currents are tenths of an ampere on L1, L2, L3 of the first node,
 * then of the second, and so on.
 *
 * @param limits what the nodes may carry
 * @param worst the most that might have been drawn
 * @param planned what the running transactions were to get
 * @param measured what they were last seen drawing
 */
public record Sample(
    String site,
    Instant at,
    List<String> nodes,
    int[] limits,
    int[] worst,
    int[] planned,
    int[] measured) {

  public Sample {
    nodes = List.copyOf(nodes);
  }
}
