package io.evenkeel.simulator;

import io.evenkeel.simulator.wire.Link;
import io.evenkeel.simulator.wire.Timers;
import io.vertx.core.Context;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a charge point: opened, booted, kept alive, opened again with back-off.
 *
 * <pre>
 *            open           boot accepted (or none needed)
 *   Offline ------> Online ------------------------------> Accepted
 *      ^  \__________ | _______________________________________|
 *      |   back-off   |   lost, dropped, reset
 * </pre>
 */
final class Connectivity implements Link.Listener {
  private static final int NORMAL = 1000;

  private enum Stage {
    Offline,
    Connecting,
    Online,
    Accepted
  }

  private final Station station;
  private final Context loop;
  private final Booting booting;
  private Stage stage = Stage.Offline;
  private @Nullable Link link;
  private int connection;
  private int failures;
  private boolean wanted;
  private byte @Nullable [] password;
  private List<URI> urls;
  private int turn;
  private Timers.@Nullable Timer again;
  private Timers.@Nullable Timer rebooting;
  private volatile boolean online;

  Connectivity(Station station) {
    this.station = station;
    this.loop = station.options.loops().next();
    this.password = station.options.password();
    this.urls = station.options.urls();
    this.booting = new Booting(station, this);
  }

  Context loop() {
    return loop;
  }

  /** Whether a socket is open; from any thread. */
  boolean online() {
    return online;
  }

  boolean accepted() {
    return stage == Stage.Accepted;
  }

  /** Counts connections, so that late work can tell whether it is still for this one. */
  int connection() {
    return connection;
  }

  /** From the next handshake on (configuration key AuthorizationKey). */
  void password(byte[] next) {
    password = next;
  }

  /** Connects and keeps connecting; tells the first attempt's result. */
  void start(Consumer<@Nullable Throwable> firstAttempt) {
    wanted = true;
    attempt(firstAttempt);
  }

  private void attempt(Consumer<@Nullable Throwable> told) {
    if (stage != Stage.Offline || !wanted) {
      told.accept(null);
      return;
    }
    stage = Stage.Connecting;
    Link.open(
            station.options.loops(), loop, station.options.endpoint(urls.get(turn), password), this)
        .onComplete(
            opened -> {
              if (opened.succeeded() && wanted) {
                connected(opened.result());
                told.accept(null);
              } else if (opened.succeeded()) {
                stage = Stage.Offline;
                opened.result().close(NORMAL, "");
              } else {
                stage = Stage.Offline;
                turn = (turn + 1) % urls.size();
                station.observers.tell(new Happening.NotConnected(said(opened.cause())));
                told.accept(opened.cause());
                tryAgain();
              }
            });
  }

  private static String said(Throwable cause) {
    var message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** The first attempt failed and nobody wants another. */
  void giveUp() {
    wanted = false;
    cancel();
  }

  private void connected(Link opened) {
    link = opened;
    connection++;
    online = true;
    stage = Stage.Online;
    station.calls.connected(this::send);
    station.observers.tell(new Happening.Connected());
    booting.connected();
    station.observers.changed();
  }

  Booting booting() {
    return booting;
  }

  void send(String frame) {
    if (link != null) {
      link.send(frame);
    }
  }

  void sendBinary(byte[] bytes) {
    if (link != null) {
      link.sendBinary(bytes);
    }
  }

  @Nullable String subProtocol() {
    return link == null ? null : link.subProtocol();
  }

  /** The charge point may say what it likes from now on. */
  void accept() {
    stage = Stage.Accepted;
    failures = 0;
    booting.beat();
    if (station.options.statusAfterBoot()) {
      station.connectors.forEach(Connector::reportIfDue);
    }
    station.transactionMessages.opened();
  }

  /** The charge point must keep quiet until it is accepted. */
  void quiet() {
    if (stage == Stage.Accepted) {
      stage = Stage.Online;
    }
    station.transactionMessages.closed();
  }

  @Override
  public void text(String frame) {
    station.received(frame);
  }

  @Override
  public void closed(@Nullable Integer code, @Nullable String reason) {
    link = null;
    online = false;
    stage = Stage.Offline;
    connection++;
    cancel();
    station.transactionMessages.closed();
    station.calls.disconnected();
    station.observers.tell(new Happening.Disconnected(code, reason));
    station.observers.changed();
    tryAgain();
  }

  private void tryAgain() {
    if (wanted && station.options.reconnect() && again == null) {
      var delay = station.options.backoff().after(failures++, station.options.random());
      again =
          station.timers.after(
              delay,
              () -> {
                again = null;
                attempt(ignored -> {});
              });
    }
  }

  /** Closes with 1000 and stays offline. */
  void close(CompletableFuture<@Nullable Void> closed) {
    wanted = false;
    cancel();
    if (rebooting != null) {
      rebooting.cancel();
    }
    if (link != null) {
      link.close(NORMAL, "");
    }
    station.observers.condition(() -> link == null, closed);
  }

  /** From now on at this address; a connection that stands is closed and comes back there. */
  void move(URI url) {
    urls = List.of(url);
    turn = 0;
    if (link != null) {
      link.close(NORMAL, "");
    }
  }

  /** Cuts the connection without a close frame. It comes back as from any loss. */
  void drop() {
    if (link != null) {
      link.drop();
    }
  }

  /** As {@link #drop}, after what was written has left. */
  void dropAfterWriting() {
    var now = link;
    if (now != null) {
      now.end();
    }
  }

  void silence() {
    if (link != null) {
      link.silence();
    }
  }

  /** Goes away as for a reboot and comes back with a BootNotification. */
  void reboot() {
    wanted = false;
    booting.powerOff();
    if (link != null) {
      link.close(NORMAL, "reboot");
    }
    rebooting =
        station.timers.after(
            station.options.rebootTime(),
            () -> {
              failures = 0;
              start(ignored -> {});
            });
  }

  private void cancel() {
    booting.disconnected();
    if (again != null) {
      again.cancel();
      again = null;
    }
  }
}
