package io.evenkeel.embedded.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.StartFailure;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real database and a real broker; the services are stand-ins that say how they were configured.
 */
class ClusterTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> DIED = new CopyOnWriteArrayList<>();

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init") // by start()
  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    BuiltProject.in(directory.resolve("project"));
    cluster = Cluster.start(config(), process -> DIED.add(process.name()));
  }

  private static ClusterConfig config() {
    return ClusterConfig.onFreePorts(directory.resolve("project"), directory.resolve("data"))
        .withJvm(List.of("-Xmx192m"));
  }

  @AfterAll
  static void stop() {
    cluster.close();
    for (ClusterProcess each : cluster.processes()) {
      assertFalse(each.isRunning(), each.name() + " has ended with its cluster");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/charge-points, gateway-0",
    "/api/charge-points/CP-1/commands/Reset, gateway-0",
    "/api/login, auth",
    "/api/id-tags?page=0, auth",
    "/api/transactions/7/meter-values, transaction",
    "/api/connectors, transaction",
    "/api/sites/depot, smartcharging",
    "/, gateway-0"
  })
  void oneAddressLeadsToTheServiceThatAnswersThePath(String path, String service) throws Exception {
    Properties answered = get(cluster.apiUrl() + path);

    assertEquals(
        URI.create(cluster.url(service)).getPort(),
        Integer.parseInt(answered.getProperty("quarkus.http.port")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-0", "gateway-1", "auth", "transaction", "smartcharging"})
  void everyServiceIsToldWhereTheOthersAre(String service) throws Exception {
    Properties told = get(cluster.url(service) + "/");

    assertEquals("kafka", told.getProperty("evenkeel.bus"));
    assertEquals(cluster.bootstrapServers(), told.getProperty("evenkeel.kafka.bootstrap-servers"));
    assertEquals(
        cluster.database().get("evenkeel.database.port"),
        told.getProperty("evenkeel.database.port"));
    assertEquals(service.equals("gateway-1") ? "1" : "0", told.getProperty("evenkeel.node"));
    assertEquals(
        Identity.in(cluster.data()).publicKey(), told.getProperty("evenkeel.identity.public-key"));
  }

  @Test
  void thePasswordOfTheDatabaseIsNotInTheListOfProcesses() throws Exception {
    Properties told = get(cluster.url("auth") + "/");

    String password = cluster.database().get("evenkeel.database.password");
    assertEquals(
        password, told.getProperty("EVENKEEL_DATABASE_PASSWORD"), "it comes by the environment");
    assertFalse(told.containsKey("evenkeel.database.password"), "and not by an argument");
  }

  @Test
  void onlyAuthHasTheKeyThatSigns() throws Exception {
    assertTrue(get(cluster.url("auth") + "/").containsKey("evenkeel.identity.private-key-file"));
    assertFalse(
        get(cluster.url("transaction") + "/").containsKey("evenkeel.identity.private-key-file"));
  }

  @Test
  void aKilledGatewayNodeIsReplacedByTheOtherOneAndComesBack() throws Exception {
    ClusterProcess node = cluster.process("gateway-0");
    long before = node.pid();

    node.kill();

    assertFalse(node.isRunning(), "kill means at once");
    assertEquals(
        "1",
        get(cluster.apiUrl() + "/api/charge-points").getProperty("evenkeel.node"),
        "the other node answers");
    node.restart();
    assertNotEquals(before, node.pid(), "a new life");
    assertEquals(
        "0",
        get(cluster.apiUrl() + "/api/charge-points").getProperty("evenkeel.node"),
        "the first one answers again");
    assertFalse(DIED.contains("gateway-0"), "what was asked for is no accident");
  }

  @Test
  void aServiceThatIsAwayIsABadGateway() throws Exception {
    ClusterProcess service = cluster.process("smartcharging");
    service.kill();

    int status =
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(cluster.apiUrl() + "/api/sites")).build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode();

    assertEquals(502, status);
    service.restart();
  }

  @Test
  void reportsAProcessThatEndsByItself() {
    ClusterProcess service = cluster.process("transaction");

    ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();

    await().atMost(PATIENCE).until(() -> DIED.contains("transaction"));
    service.restart();
    assertTrue(service.isRunning(), "it can be started again");
  }

  @Test
  void databaseAndBrokerComeBackOnTheirPortsAfterAKill() throws Exception {
    tell("create table kept as select 42 as answer");
    for (String name : List.of("postgres", "kafka")) {
      ClusterProcess process = cluster.process(name);
      String address = process.address();
      process.kill();
      assertFalse(process.isRunning(), name + " is gone");

      process.restart();

      assertTrue(process.isRunning(), name + " is back");
      assertEquals(address, process.address(), name + " listens where the services know it");
    }
    assertEquals("42", ask("select answer from kept"));
  }

  @Test
  void refusesASecondClusterOnTheSameData() {
    StartFailure failure = assertThrows(StartFailure.class, () -> Cluster.start(config()));

    assertTrue(failure.getMessage().contains("in use by process"), failure.getMessage());
  }

  @Test
  void saysWhichPortsAreTaken(@TempDir Path other) {
    int taken = URI.create(cluster.url("auth")).getPort();
    Ports ports = Ports.free();
    ClusterConfig config =
        ClusterConfig.onFreePorts(directory.resolve("project"), other)
            .withPorts(
                new Ports(taken, ports.services(), ports.ocpp(), ports.database(), ports.bus()));

    StartFailure failure = assertThrows(StartFailure.class, () -> Cluster.start(config));

    assertTrue(failure.getMessage().contains(Integer.toString(taken)), failure.getMessage());
  }

  private static Properties get(String url) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), url);
    Properties answer = new Properties();
    answer.load(new StringReader(response.body()));
    return answer;
  }

  private static Connection connect() throws SQLException {
    Map<String, String> database = cluster.database();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + database.get("evenkeel.database.port") + "/evenkeel",
        database.get("evenkeel.database.user"),
        database.get("evenkeel.database.password"));
  }

  private static void tell(String change) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private static String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
