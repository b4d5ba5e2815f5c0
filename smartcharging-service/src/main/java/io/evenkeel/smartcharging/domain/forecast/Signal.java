package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import java.time.Instant;

/**
 * A limit for a node that somebody else sets for a while, such as the operator of the grid. It
 * counts beside the node's own limit, for everything that flows through the node, and ends by
 * itself.
 *
 * @param node id of the node
 * @param from when it begins
 * @param until when it has ended
 */
public record Signal(String id, String node, Bound bound, Instant from, Instant until) {

  /** How much. */
  public sealed interface Bound {

    /** On each phase, in tenths of an ampere. */
    record Current(PhaseLimits amperes) implements Bound {}

    /** Over three phases together, in W. */
    record Power(long watts) implements Bound {}

    /** Of the node's own limit. */
    record Share(int percent) implements Bound {}
  }

  /** The limit where the node's own would be this, in tenths of an ampere. */
  PhaseLimits applied(PhaseLimits own, int voltage) {
    return own.least(
        switch (bound) {
          case Bound.Current(PhaseLimits amperes) -> amperes;
          case Bound.Power(long watts) ->
              PhaseLimits.even((int) Math.min(Integer.MAX_VALUE, watts * 10 / (3L * voltage)));
          case Bound.Share(int percent) ->
              new PhaseLimits(
                  share(own.l1(), percent), share(own.l2(), percent), share(own.l3(), percent));
        });
  }

  private static int share(int limit, int percent) {
    return (int) ((long) limit * percent / 100);
  }

  boolean touches(Instant begin, Instant end) {
    return from.isBefore(end) && until.isAfter(begin);
  }
}
