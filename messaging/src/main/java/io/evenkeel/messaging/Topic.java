package io.evenkeel.messaging;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one table of what travels where; see {@code docs/architecture.md}. */
public enum Topic {
  AUTHORIZATION_CALLS("authorization-calls", AuthorizationCall.class, 8, Kept.DAYS),
  TRANSACTION_CALLS("transaction-calls", TransactionCall.class, 8, Kept.DAYS),
  REPLIES("replies", Reply.class, Topic.MAX_NODES, Kept.AN_HOUR),
  CHARGE_POINT_EVENTS("charge-point-events", ChargePointEvent.class, 8, Kept.DAYS),
  TRANSACTION_EVENTS("transaction-events", TransactionEvent.class, 8, Kept.DAYS),
  COMMANDS("commands", Command.class, Topic.MAX_NODES, Kept.AN_HOUR),
  COMMAND_OUTCOMES("command-outcomes", CommandOutcome.class, 1, Kept.AN_HOUR),
  CONNECTIONS("connections", ConnectionFact.class, 1, Kept.LATEST_OF_KEY),
  AUTH_EVENTS("auth-events", AuthEvent.class, 1, Kept.DAYS),
  REGISTRY_EVENTS("registry-events", RegistryEvent.class, 1, Kept.DAYS),
  LEARNED_CAPABILITIES("learned-capabilities", CapabilityLearned.class, 1, Kept.DAYS);

  /** How long the log keeps what was said. */
  public enum Kept {
    /** As long as the broker's default: a reader may be away for so long. */
    DAYS,
    /** Nobody waits for it longer than seconds. */
    AN_HOUR,
    /** Compacted: the last message of each key stays. */
    LATEST_OF_KEY
  }

  /** Gateway node n owns partition n of replies and commands, so there can be so many nodes. */
  public static final int MAX_NODES = 16;

  private static final Map<String, Topic> BY_WIRE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Topic::wire, Function.identity()));

  private final String wire;
  private final Class<? extends BusMessage> type;
  private final int partitions;
  private final Kept kept;

  Topic(String wire, Class<? extends BusMessage> type, int partitions, Kept kept) {
    this.wire = wire;
    this.type = type;
    this.partitions = partitions;
    this.kept = kept;
  }

  /** The topic that messages of this type belong to. */
  public static Topic of(BusMessage message) {
    return switch (message) {
      case AuthorizationCall _ -> AUTHORIZATION_CALLS;
      case TransactionCall _ -> TRANSACTION_CALLS;
      case Reply _ -> REPLIES;
      case ChargePointEvent _ -> CHARGE_POINT_EVENTS;
      case TransactionEvent _ -> TRANSACTION_EVENTS;
      case Command _ -> COMMANDS;
      case CommandOutcome _ -> COMMAND_OUTCOMES;
      case ConnectionFact _ -> CONNECTIONS;
      case AuthEvent _ -> AUTH_EVENTS;
      case RegistryEvent _ -> REGISTRY_EVENTS;
      case CapabilityLearned _ -> LEARNED_CAPABILITIES;
    };
  }

  public static Optional<Topic> of(String wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }

  /** The topic's name. */
  public String wire() {
    return wire;
  }

  public Class<? extends BusMessage> type() {
    return type;
  }

  /**
   * Partitions the topic is made with. What every process reads has one: then everybody sees the
   * same order, and a reader needs no group.
   */
  public int partitions() {
    return partitions;
  }

  public Kept kept() {
    return kept;
  }
}
