package io.evenkeel.simulator.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demo}: a site of charge points that charge. */
@Command(name = "demo", description = "A site of charge points that charge.")
public final class Demo implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
