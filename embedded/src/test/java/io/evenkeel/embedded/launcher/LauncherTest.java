package io.evenkeel.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.FreePort;
import io.evenkeel.embedded.launcher.Checkout.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // by checkOut()
  private Checkout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new Checkout(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void explainsEveryCommandAndOption(String asked) throws Exception {
    Ended ended = checkout.run(asked);

    assertEquals(0, ended.code());
    for (String word :
        List.of(
            "demo",
            "cluster",
            "simulate",
            "plan FILE",
            "test",
            "--port",
            "--ocpp-port",
            "--data",
            "--host",
            "EVENKEEL_OCPP_PORT")) {
      assertTrue(ended.said().contains(word), word + " is explained in\n" + ended.said());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dmo, unknown command 'dmo'",
    "--colour, unknown option --colour",
    "--port, --port needs a value",
    "--port=abc, --port needs a port number",
    "--ocpp-port=70000, --ocpp-port needs a port from 1 to 65535"
  })
  void refusesWhatItDoesNotUnderstand(String argument, String complaint) throws Exception {
    Ended ended = checkout.run(argument);

    assertEquals(2, ended.code());
    assertTrue(ended.said().contains(complaint), ended.said());
    assertEquals(0, checkout.builds(), "nothing is built for a command that cannot be run");
  }

  @Test
  void saysWhichJdkIsMissingAndHowToGetIt() throws Exception {
    Path script = checkout.root.resolve("evenkeel");
    Files.writeString(script, Files.readString(script).replace("need_java=25", "need_java=99"));

    Ended ended = checkout.run();

    assertEquals(1, ended.code(), ended.said());
    assertTrue(ended.said().contains("no JDK 99 or newer"), ended.said());
    assertTrue(
        ended.said().contains(System.getProperty("java.home")),
        "it names what it found instead: " + ended.said());
    assertTrue(ended.said().contains("sdk install java 99"), ended.said());
  }

  @Test
  void findsAJdkWhenJavaHomeLeadsNowhere() throws Exception {
    checkout.environment.put("JAVA_HOME", "/nowhere");
    checkout.environment.put(
        "PATH", checkout.environment.get("PATH") + ":" + System.getProperty("java.home") + "/bin");

    Ended ended = checkout.run("simulate", "--version");

    assertEquals(0, ended.code(), ended.said());
  }

  @Test
  void saysThatMavenIsTooOld() throws Exception {
    checkout.maven("3.6.3", "0");

    Ended ended = checkout.run("simulate");

    assertEquals(1, ended.code(), ended.said());
    assertTrue(
        ended.said().contains("Maven 3.8.7 or newer is needed, this is 3.6.3"), ended.said());
  }

  @Test
  void saysWhyMavenDoesNotStart() throws Exception {
    checkout.environment.put("MAVEN_OPTS", "-o");

    Ended ended = checkout.run("simulate");

    assertEquals(1, ended.code(), ended.said());
    assertTrue(ended.said().contains("MAVEN_OPTS is for options of the JVM, and is \"-o\""));
    assertTrue(ended.said().contains("Unrecognized option: -o"), ended.said());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.7", "3.9.0", "3.10.1", "4.0.0"})
  void isContentWithANewerMaven(String version) throws Exception {
    checkout.maven(version, "0");

    assertEquals(0, checkout.run("simulate").code());
  }

  @Test
  void buildsWhenASourceHasChangedAndOnlyThen() throws Exception {
    checkout.run("simulate");
    checkout.run("simulate");
    assertEquals(1, checkout.builds(), "the second start finds everything built");

    Path source = checkout.root.resolve("standalone/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    checkout.run("simulate");
    assertEquals(2, checkout.builds(), "a newer source");

    Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(3600)));
    checkout.run("simulate");
    Files.delete(checkout.root.resolve("simulator/target/simulator.jar"));
    checkout.run("simulate");
    assertEquals(3, checkout.builds(), "a missing product");
  }

  @Test
  void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
    checkout.maven("3.9.9", "1");

    Ended ended = checkout.run("simulate");

    assertEquals(1, ended.code(), ended.said());
    assertTrue(ended.said().contains("[ERROR] what Maven says"), ended.said());
    assertTrue(ended.said().contains("target/build.log"), ended.said());
    checkout.maven("3.9.9", "0");
    assertEquals(0, checkout.run("simulate").code(), "the next start builds again");
  }

  @Test
  void handsAllThatFollowsToTheSimulator() throws Exception {
    Ended ended = checkout.run("simulate", "--load", "--port", "7", "help");

    assertTrue(ended.said().contains("simulator simulate --load --port 7 help"), ended.said());
  }

  @Test
  void buildsBeforeItPlansAndStartsNoService() throws Exception {
    Ended ended = checkout.run("plan", "--port", "7");

    assertEquals(1, checkout.builds(), ended.said());
    assertTrue(ended.said().contains("PlanMain"), "the stand-ins cannot plan: " + ended.said());
    assertFalse(Files.exists(checkout.root.resolve("data")), "a plan needs no data directory");
  }

  @Test
  void handsAllThatFollowsTestToMaven() throws Exception {
    Ended ended = checkout.run("test", "-pl", "ocpp", "-Dquick");

    assertEquals(0, ended.code());
    String call = Files.readString(checkout.root.resolve("calls"));
    assertTrue(call.contains("-B verify -pl ocpp -Dquick"), call);
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (ServerSocket other =
        new ServerSocket(FreePort.pick(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Ended ended = checkout.run("--port", Integer.toString(other.getLocalPort()));

      assertEquals(1, ended.code(), ended.said());
      assertTrue(
          ended
              .said()
              .contains(
                  "port " + other.getLocalPort() + " is in use. Choose another one with --port"),
          ended.said());
    }
  }
}
