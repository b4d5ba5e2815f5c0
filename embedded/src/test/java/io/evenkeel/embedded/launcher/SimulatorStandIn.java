package io.evenkeel.embedded.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Takes the place of the simulator: says its arguments; as a demo it runs until it is ended, unless
 * a file says how to end.
 */
final class SimulatorStandIn {

  private SimulatorStandIn() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("simulator " + String.join(" ", arguments));
    List<String> given = List.of(arguments);
    if (!given.contains("demo")) {
      return;
    }
    Path data = Path.of(given.get(given.indexOf("--state") + 1)).getParent();
    if (data.resolve("finished").toFile().exists()) {
      System.exit(3);
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> AppStandIn.note(data, "simulator ended")));
    new CountDownLatch(1).await();
  }
}
