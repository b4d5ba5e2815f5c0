package io.evenkeel.simulator;

import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.simulator.wire.Endpoint;
import io.evenkeel.simulator.wire.EventLoops;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual charge point is and how it behaves. Immutable: every method with an argument
 * returns a changed copy. Start with {@link #of}.
 */
public final class VirtualChargePointOptions implements Cloneable {
  private List<URI> urls;
  private String id;
  private byte @Nullable [] password;
  private List<String> subProtocols = List.of("ocpp1.6");
  private @Nullable String localAddress;
  private ChargerModel model = ChargerModel.GENERIC;
  private BootPolicy boot = BootPolicy.FirstConnection;
  private boolean reconnect = true;
  private boolean statusAfterBoot = true;
  private Backoff backoff = Backoff.USUAL;
  private Duration callTimeout = Duration.ofSeconds(30);
  private Duration rebootTime = Duration.ofMillis(500);
  private Duration stepTime = Duration.ofMillis(50);
  private Duration tick = Duration.ofSeconds(1);
  private @Nullable Duration retryInterval;
  private double speed = 1;
  private Map<String, String> configuration = Map.of();
  private Ledger ledger = Ledger.none();
  private Memory memory = Memory.none();
  private int keep = 1000;
  private @Nullable EventLoops loops;
  private InstantSource clock = InstantSource.system();
  private RandomGenerator random = RandomGenerator.getDefault();

  private VirtualChargePointOptions(URI url, String id) {
    this.urls = List.of(url);
    this.id = id;
  }

  /**
   * @param url the central system's address without the identity: {@code ws://host:port/ocpp}
   */
  public static VirtualChargePointOptions of(String url, String id) {
    return new VirtualChargePointOptions(URI.create(url), id);
  }

  public VirtualChargePointOptions url(String central) {
    return urls(List.of(central));
  }

  /** Several addresses of the same central system: after a failed attempt the next one is tried. */
  public VirtualChargePointOptions urls(List<String> central) {
    if (central.isEmpty()) {
      throw new IllegalArgumentException("urls: at least one");
    }
    var copy = copy();
    copy.urls = central.stream().map(URI::create).toList();
    return copy;
  }

  public VirtualChargePointOptions id(String identity) {
    var copy = copy();
    copy.id = identity;
    return copy;
  }

  /** For HTTP Basic; as UTF-8. */
  public VirtualChargePointOptions password(String secret) {
    return password(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** For HTTP Basic: any bytes. */
  public VirtualChargePointOptions password(byte[] secret) {
    var copy = copy();
    copy.password = secret.clone();
    return copy;
  }

  /** What the handshake offers, in order; none offers nothing. */
  public VirtualChargePointOptions subProtocols(String... offered) {
    var copy = copy();
    copy.subProtocols = List.of(offered);
    return copy;
  }

  /** The source address to connect from, e.g. {@code 127.0.0.2}. */
  public VirtualChargePointOptions localAddress(String address) {
    var copy = copy();
    copy.localAddress = address;
    return copy;
  }

  public VirtualChargePointOptions model(ChargerModel make) {
    var copy = copy();
    copy.model = make;
    return copy;
  }

  public VirtualChargePointOptions boot(BootPolicy policy) {
    var copy = copy();
    copy.boot = policy;
    return copy;
  }

  /** Whether it connects again when the connection is lost; default true. */
  public VirtualChargePointOptions reconnect(boolean again) {
    var copy = copy();
    copy.reconnect = again;
    return copy;
  }

  /** Whether it reports the status of all connectors after an accepted boot; default true. */
  public VirtualChargePointOptions statusAfterBoot(boolean reports) {
    var copy = copy();
    copy.statusAfterBoot = reports;
    return copy;
  }

  public VirtualChargePointOptions backoff(Duration first, Duration longest) {
    var copy = copy();
    copy.backoff = new Backoff(first, longest);
    return copy;
  }

  /** How long a CALL waits for its answer; default 30 s. */
  public VirtualChargePointOptions callTimeout(Duration time) {
    var copy = copy();
    copy.callTimeout = time;
    return copy;
  }

  /** How long a reset keeps it offline; default 0.5 s. */
  public VirtualChargePointOptions rebootTime(Duration time) {
    var copy = copy();
    copy.rebootTime = time;
    return copy;
  }

  /** The pause between the steps of a firmware update or an upload of diagnostics. */
  public VirtualChargePointOptions stepTime(Duration time) {
    var copy = copy();
    copy.stepTime = time;
    return copy;
  }

  /** How often current and energy are worked out; default 1 s. */
  public VirtualChargePointOptions tick(Duration period) {
    var copy = copy();
    copy.tick = period;
    return copy;
  }

  /**
   * Before the n-th repetition of a transaction message it waits n times this. Default: the
   * configuration key TransactionMessageRetryInterval, which cannot say less than a second.
   */
  public VirtualChargePointOptions retryInterval(Duration interval) {
    var copy = copy();
    copy.retryInterval = interval;
    return copy;
  }

  /** How many times faster than in the real world batteries fill; clocks stay real. Default 1. */
  public VirtualChargePointOptions speed(double factor) {
    var copy = copy();
    copy.speed = factor;
    return copy;
  }

  /** The value that a configuration key has at the start. */
  public VirtualChargePointOptions configuration(String key, String value) {
    var copy = copy();
    var more = new HashMap<>(configuration);
    more.put(key, value);
    copy.configuration = Map.copyOf(more);
    return copy;
  }

  /** Where to write down what was sent and answered; may be shared by many. */
  public VirtualChargePointOptions ledger(Ledger book) {
    var copy = copy();
    copy.ledger = book;
    return copy;
  }

  /** What survives the loss of power, that is: the end of this process. */
  public VirtualChargePointOptions memory(Memory kept) {
    var copy = copy();
    copy.memory = kept;
    return copy;
  }

  /** How many received commands and frames are kept for those who await them; default 1000. */
  public VirtualChargePointOptions keep(int most) {
    var copy = copy();
    copy.keep = most;
    return copy;
  }

  public VirtualChargePointOptions loops(EventLoops threads) {
    var copy = copy();
    copy.loops = threads;
    return copy;
  }

  public VirtualChargePointOptions clock(InstantSource source) {
    var copy = copy();
    copy.clock = source;
    return copy;
  }

  public VirtualChargePointOptions random(RandomGenerator source) {
    var copy = copy();
    copy.random = source;
    return copy;
  }

  public String id() {
    return id;
  }

  public ChargerModel model() {
    return model;
  }

  BootPolicy boot() {
    return boot;
  }

  boolean reconnect() {
    return reconnect;
  }

  boolean statusAfterBoot() {
    return statusAfterBoot;
  }

  Backoff backoff() {
    return backoff;
  }

  Duration callTimeout() {
    return callTimeout;
  }

  Duration rebootTime() {
    return rebootTime;
  }

  Duration stepTime() {
    return stepTime;
  }

  Duration tick() {
    return tick;
  }

  @Nullable Duration retryInterval() {
    return retryInterval;
  }

  double speed() {
    return speed;
  }

  Map<String, String> configuration() {
    return configuration;
  }

  Ledger ledger() {
    return ledger;
  }

  Memory memory() {
    return memory;
  }

  int keep() {
    return keep;
  }

  EventLoops loops() {
    return loops == null ? EventLoops.shared() : loops;
  }

  InstantSource clock() {
    return clock;
  }

  RandomGenerator random() {
    return random;
  }

  byte @Nullable [] password() {
    return password;
  }

  List<URI> urls() {
    return urls;
  }

  /** The endpoint with an address and a password that may have changed since the start. */
  Endpoint endpoint(URI url, byte @Nullable [] currentPassword) {
    return new Endpoint(url, id, currentPassword, subProtocols, localAddress);
  }

  private VirtualChargePointOptions copy() {
    try {
      return (VirtualChargePointOptions) super.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return id + " at " + urls;
  }
}
