package io.evenkeel.smartcharging.bench;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * The figures that are promised, on generated sites, as a table. Everything random comes from fixed
 * seeds: the same program gives the same gaps, on any machine.
 */
public final class Benchmark {

  private final Scale scale;
  private final Consumer<String> out;
  private int missed;
  private int shown;

  private Benchmark(Scale scale, Consumer<String> out) {
    this.scale = scale;
    this.out = out;
  }

  /**
   * How much is tried.
   *
   * @param problems nasty ones that are planned and checked
   * @param sites of each kind for gaps
   * @param millis processor time for each thing that is timed
   */
  record Scale(int problems, int sites, int[] sizes, long millis) {

    static Scale quick() {
      return new Scale(1_000, 3, new int[] {100, 1_000}, 300);
    }

    static Scale full() {
      return new Scale(10_000, 10, new int[] {100, 1_000, 10_000}, 2_000);
    }
  }

  /**
   * Prints the table line by line as it comes.
   *
   * @return how many figures were missed
   */
  public static int run(boolean quick, Consumer<String> out) {
    Benchmark benchmark = new Benchmark(quick ? Scale.quick() : Scale.full(), out);
    benchmark.run();
    return benchmark.missed;
  }

  private void run() {
    long began = System.nanoTime();
    out.accept(
        String.format(
            Locale.ROOT,
            "%-80s %12s %9s",
            "figure (CPU time of one warm thread)",
            "asked",
            "here"));
    SafetyFigures.measure(scale, this::show);
    InstantFigures.measure(scale, this::show);
    PlanFigures.measure(scale, this::show);
    out.accept(
        String.format(
            Locale.ROOT,
            "%d of %d figures reached, in %d s; gaps are those the planner states, the true ones are smaller",
            shown - missed,
            shown,
            (System.nanoTime() - began) / 1_000_000_000));
  }

  private void show(Figure figure) {
    shown++;
    missed += figure.isReached() ? 0 : 1;
    out.accept(figure.row());
  }
}
