package io.evenkeel.simulator;

import io.evenkeel.simulator.command.CommandLineTool;

/** The command: {@code java -jar simulator.jar simulate …} or {@code demo …}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineTool.run(arguments));
  }
}
