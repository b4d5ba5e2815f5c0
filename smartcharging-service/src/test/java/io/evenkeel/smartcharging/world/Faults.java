package io.evenkeel.smartcharging.world;

import java.util.Random;

/** What goes wrong, and how often. */
final class Faults {

  private final Random random;
  private boolean on = true;

  Faults(Random random) {
    this.random = random;
  }

  /** From now on everything goes well. */
  void end() {
    on = false;
  }

  boolean over() {
    return !on;
  }

  boolean commandLost() {
    return happens(0.06);
  }

  boolean answerLost() {
    return happens(0.06);
  }

  /** The charger did it, and answers nonsense. */
  boolean answerUnreadable() {
    return happens(0.03);
  }

  /** The answer takes longer than anybody waits. */
  boolean answerLate() {
    return happens(0.04);
  }

  boolean commandSlow() {
    return happens(0.05);
  }

  boolean toldTwice() {
    return happens(0.1);
  }

  /** The service dies after it stored what it wants and before it sent it. */
  boolean serviceDies() {
    return happens(0.01);
  }

  /** The node dies after a charger did what it was told, and nobody hears of it. */
  boolean gatewayDies() {
    return happens(0.004);
  }

  private boolean happens(double probability) {
    return on && random.nextDouble() < probability;
  }
}
