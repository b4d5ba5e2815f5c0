package io.evenkeel.simulator.command;

import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The whole command line. */
@Command(
    name = "simulator",
    description = "Virtual charge points that speak OCPP 1.6J.",
    mixinStandardHelpOptions = true,
    subcommands = {Simulate.class, Demo.class, CommandLine.HelpCommand.class})
public final class CommandLineTool {

  /** Runs a command and returns the exit code: 0 good, 1 bad results, 2 wrong usage. */
  public static int run(String... arguments) {
    Ending.onInterrupt();
    try {
      return new CommandLine(new CommandLineTool())
          .setExecutionExceptionHandler(CommandLineTool::failed)
          .execute(arguments);
    } finally {
      Ending.cleanedUp();
    }
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    command.getErr().println(command.getColorScheme().errorText(said(failure)));
    return 1;
  }

  private static String said(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    var message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }
}
