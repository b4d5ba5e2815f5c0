package io.evenkeel.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command: virtual charge points for people. */
@Command(
    name = "simulator",
    description = "Virtual charge points that speak OCPP 1.6J.",
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
