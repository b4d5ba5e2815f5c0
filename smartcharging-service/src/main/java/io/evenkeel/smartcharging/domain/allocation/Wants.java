package io.evenkeel.smartcharging.domain.allocation;

/** What the session at each place wants, in flat arrays. */
final class Wants {

  /** Priorities are summed as whole millionths, so that sums do not depend on an order. */
  private static final double MILLIONTHS = 1e6;

  /** So that the sum over a site's sessions fits. */
  private static final long MOST_MILLIONTHS = 100_000_000_000_000L;

  final Layout layout;
  final boolean[] present;

  /** Where its cells end in the layout's path: they depend on the phases it uses. */
  final int[] to;

  final int[] minimum;
  final int[] maximum;
  final double[] weight;
  final int[] group;
  final boolean[] inTurn;
  final long[] priority;
  final long[] since;

  Wants(Layout layout) {
    this.layout = layout;
    int places = layout.places;
    present = new boolean[places];
    to = new int[places];
    minimum = new int[places];
    maximum = new int[places];
    weight = new double[places];
    group = new int[places];
    inTurn = new boolean[places];
    priority = new long[places];
    since = new long[places];
  }

  void set(int place, int phases, int least, int most, double share, Rank rank) {
    present[place] = true;
    int from = layout.from[place];
    to[place] = Math.min(layout.from[place + 1], from + phases * layout.depth[place]);
    minimum[place] = least;
    maximum[place] = most;
    weight[place] = share;
    group[place] = rank.group();
    inTurn[place] = rank.inTurn();
    priority[place] = Math.clamp(Math.round(rank.priority() * MILLIONTHS), 1, MOST_MILLIONTHS);
    since[place] = rank.waitingSince();
  }
}
