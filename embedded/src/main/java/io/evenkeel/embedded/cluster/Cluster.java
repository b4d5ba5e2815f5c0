package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.OwnedDirectory;
import io.evenkeel.embedded.StartFailure;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka, two gateway nodes and one of each other service, as processes of this machine,
 * and one address for their API.
 *
 * <p>Nothing is started again by itself: who ends a process, in a test or by accident, decides what
 * comes next. What an earlier cluster in the same data directory left running, because it was
 * killed, is ended first.
 */
public final class Cluster implements AutoCloseable {

  private final ClusterConfig config;
  private final Launches launches;
  private final OwnedDirectory directory;
  private final PostgresProcess postgres;
  private final List<ClusterProcess> processes = new CopyOnWriteArrayList<>();
  private final Thread lastResort = new Thread(this::close, "stop-cluster");
  private final Object stopping = new Object();
  private @Nullable ApiProxy api;
  private boolean closing;
  private boolean released;

  private Cluster(ClusterConfig config, Consumer<ClusterProcess> died) {
    this.config = config;
    this.launches = new Launches(config);
    this.directory = OwnedDirectory.claim(config.data());
    this.postgres =
        new PostgresProcess(config.data().resolve("postgres"), config.ports().database(), died);
  }

  /** Starts everything and returns when all of it is ready; deaths are not reported. */
  public static Cluster start(ClusterConfig config) {
    return start(config, _ -> {});
  }

  /**
   * Starts everything and returns when all of it is ready. When this JVM is asked to end, the
   * cluster ends with it, at any time.
   *
   * @param died is told of each process that ends without having been asked to
   * @throws StartFailure when something is not built, a port is taken, or a process does not become
   *     ready; nothing stays running
   */
  public static Cluster start(ClusterConfig config, Consumer<ClusterProcess> died) {
    Cluster cluster = new Cluster(config, died);
    Runtime.getRuntime().addShutdownHook(cluster.lastResort);
    try {
      cluster.startAll(died);
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void startAll(Consumer<ClusterProcess> died) {
    Leftovers leftovers = new Leftovers(config.data());
    leftovers.endProcesses();
    leftovers.removeLogs();
    List<Integer> taken = config.ports().taken();
    if (!taken.isEmpty()) {
      throw new StartFailure(
          "Already in use on this machine: port "
              + String.join(", ", taken.stream().map(String::valueOf).toList())
              + ".");
    }
    JvmProcess bus = new JvmProcess(launches.bus(), died);
    launch(bus);
    launch(postgres);
    bus.awaitReady(config.patience());
    Identity identity = Identity.in(config.data());
    for (Service service : Service.ALL) {
      launch(new JvmProcess(launches.service(service, postgres.configuration(), identity), died));
    }
    processes.forEach(process -> process.awaitReady(config.patience()));
    openApi();
  }

  private synchronized void launch(ClusterProcess process) {
    requireOpen();
    processes.add(process);
    process.start();
  }

  private synchronized void openApi() {
    requireOpen();
    api = ApiProxy.start(config.host(), config.ports().api(), this::route);
  }

  private void requireOpen() {
    if (closing) {
      throw new StartFailure("The cluster is being stopped.");
    }
  }

  /** The preferred process that runs; so that the API of the gateway outlives one of its nodes. */
  private SocketAddress route(String path) {
    List<Service> answering = Service.answering(path);
    Service chosen =
        answering.stream()
            .filter(service -> process(service.name()).isRunning())
            .findFirst()
            .orElse(answering.getFirst());
    return SocketAddress.inetSocketAddress(launches.port(chosen), config.reachableHost());
  }

  /**
   * The process of this name.
   *
   * @param name postgres, kafka, gateway-0, gateway-1, auth, transaction or smartcharging
   */
  public ClusterProcess process(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no process "
                        + name
                        + "; there are "
                        + processes.stream().map(ClusterProcess::name).toList()));
  }

  private Optional<ClusterProcess> find(String name) {
    return processes.stream().filter(process -> process.name().equals(name)).findFirst();
  }

  /** All processes in the order in which they were started. */
  public Collection<ClusterProcess> processes() {
    return List.copyOf(processes);
  }

  /** Base address of the whole API, without a slash at its end. */
  public String apiUrl() {
    return "http://" + config.reachableHost() + ":" + config.ports().api();
  }

  /** Base address of one service's own HTTP server; the name as in {@link #process}. */
  public String url(String service) {
    return Service.ALL.stream()
        .filter(each -> each.name().equals(service))
        .map(launches::url)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service " + service));
  }

  /**
   * Where charge points connect to this gateway node (0 or 1): {@code ws://host:port/ocpp/}, their
   * identity follows.
   */
  public String ocppUrl(int node) {
    return launches.ocppUrl(node);
  }

  /** The database as configuration keys {@code evenkeel.database.*}. */
  public Map<String, String> database() {
    return postgres.configuration();
  }

  /** Bootstrap servers of the bus. */
  public String bootstrapServers() {
    return "127.0.0.1:" + config.ports().bus();
  }

  public Path data() {
    return config.data();
  }

  /**
   * Stops all in order: no new requests, the sockets drained, the services, the bus, the database.
   */
  @Override
  public void close() {
    synchronized (this) {
      closing = true; // from here on nothing is started any more
    }
    synchronized (stopping) {
      stopAll();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException inTheHookItself) {
      return;
    }
  }

  private void stopAll() {
    if (released) {
      return;
    }
    if (api != null) {
      api.close();
    }
    stopTogether(Service.gateways().map(Service::name));
    stopTogether(Service.ALL.stream().filter(service -> !service.isGateway()).map(Service::name));
    stopTogether(Stream.of("kafka"));
    postgres.stop();
    try {
      directory.close();
      released = true;
    } catch (IOException e) {
      System.getLogger(Cluster.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "Cannot release {0}: {1}",
              directory.path(),
              e.getMessage());
    }
  }

  private void stopTogether(Stream<String> names) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      names
          .map(this::find)
          .flatMap(Optional::stream)
          .forEach(process -> executor.execute(process::stop));
    }
  }
}
