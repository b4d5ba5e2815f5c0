package io.evenkeel.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Everything that can be set of the gateway service; the README has the table. */
@ConfigMapping(prefix = "evenkeel.gateway")
public interface GatewayConfig {

  // ---- the server

  @WithDefault("127.0.0.1")
  String host();

  /** 0 = any free one. */
  @WithDefault("9000")
  int port();

  /** Up to the charge point's id, with the slash. */
  @WithDefault("/ocpp/")
  String path();

  /** 0 = as many as processors. */
  @WithDefault("0")
  int eventLoops();

  @WithDefault("16384")
  int acceptBacklog();

  @WithDefault("100000")
  int maxConnections();

  /** Longest message in bytes. */
  @WithDefault("1048576")
  int messageLimit();

  // ---- one connection

  @WithDefault("60s")
  Duration pingInterval();

  @WithDefault("20s")
  Duration pongTimeout();

  @WithDefault("500ms")
  Duration sweepInterval();

  @WithDefault("3s")
  Duration closingTimeout();

  /** How often it is checked that no other node has a newer socket of the charge point. */
  @WithDefault("5s")
  Duration ownershipCheck();

  /** Calls of a charge point that wait while one is handled, until its socket is not read. */
  @WithDefault("16")
  int pipeline();

  /** Calls to a charge point that wait while one is out. */
  @WithDefault("64")
  int commandQueue();

  /** How long a call of a charge point may take. */
  @WithDefault("20s")
  Duration callDeadline();

  @WithDefault("error")
  OnFailure onFailure();

  // ---- boot

  @WithDefault("refuse")
  UnknownChargePoints unknownChargePoints();

  @WithDefault("300s")
  Duration heartbeatInterval();

  /** After how long a charge point that is Pending or Rejected boots again. */
  @WithDefault("60s")
  Duration bootRetryInterval();

  /** Share by which intervals are spread. */
  @WithDefault("0.1")
  double intervalJitter();

  @WithDefault("true")
  boolean learnCapabilities();

  @WithDefault("60s")
  Duration learnTimeout();

  // ---- authorization

  @WithDefault("5s")
  Duration authorizationDeadline();

  @WithDefault("100000")
  int authorizationCacheSize();

  /** How long a decision is not asked for again. */
  @WithDefault("10m")
  Duration authorizationFresh();

  /** How long a decision stands in while auth-service is away. */
  @WithDefault("24h")
  Duration authorizationStale();

  /** How long after a failed question known tags are served without asking. */
  @WithDefault("2s")
  Duration authorizationRetry();

  @WithDefault("error")
  WhenUnavailable authorizationWhenUnavailable();

  // ---- registry

  @WithDefault("200000")
  int registryCacheSize();

  @WithDefault("10m")
  Duration registryCacheTime();

  @WithDefault("30s")
  Duration lastSeenFlush();

  @WithDefault("20000")
  int passwordIterations();

  /** 0 = one fewer than processors, at least one. */
  @WithDefault("0")
  int passwordThreads();

  /** Handshakes that wait for their password to be checked. */
  @WithDefault("20000")
  int passwordQueue();

  @WithDefault("100000")
  int verifiedPasswords();

  // ---- commands

  @WithDefault("30s")
  Duration commandTimeout();

  @WithDefault("300s")
  Duration commandTimeoutMax();

  @WithDefault("30d")
  Duration commandLogRetention();

  @WithDefault("90d")
  Duration deadLetterRetention();

  // ---- diagnostics

  /** Where received files are kept; nobody else's directory. */
  @WithDefault("${evenkeel.data:data}/files")
  String files();

  /** Under which charge points reach the API; empty: as whoever asks for diagnostics reached it. */
  @WithDefault("")
  Optional<String> publicUrl();

  /** How long a charge point may begin to upload. */
  @WithDefault("2h")
  Duration diagnosticsDeadline();

  /** How long one attempt may take. */
  @WithDefault("15m")
  Duration diagnosticsUploadTime();

  /** Bytes of one file. */
  @WithDefault("104857600")
  long diagnosticsFileSize();

  /** Bytes of all files that this node sees. */
  @WithDefault("10737418240")
  long diagnosticsTotalSize();

  /** At once. */
  @WithDefault("16")
  int diagnosticsUploads();

  @WithDefault("30d")
  Duration diagnosticsRetention();

  // ---- shutdown

  @WithDefault("10s")
  Duration drainTimeout();

  /** What a charge point is told when its call cannot be done. */
  enum OnFailure {
    /** CALLERROR InternalError. */
    ERROR,
    /** Nothing. */
    SILENCE
  }

  /** What becomes of charge points that are not in the registry. */
  enum UnknownChargePoints {
    /** 404, no upgrade. */
    REFUSE,
    /** They may connect, and their BootNotification is answered Pending. */
    PENDING,
    /** They may connect, and their BootNotification is answered Accepted. */
    ACCEPT
  }

  /** What becomes of an idTag that is in no cache while auth-service is away. */
  enum WhenUnavailable {
    /** As any call that fails. */
    ERROR,
    /** It may charge. */
    ACCEPT,
    /** Invalid. */
    REFUSE
  }
}
