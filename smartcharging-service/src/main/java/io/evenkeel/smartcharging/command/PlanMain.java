package io.evenkeel.smartcharging.command;

/** {@code ./evenkeel plan}: answers a planning problem from a file, or measures the planner. */
public final class PlanMain {

  private PlanMain() {}

  public static void main(String[] arguments) {
    System.exit(new PlanCommand(System.in, System.out, System.err).run(arguments));
  }
}
