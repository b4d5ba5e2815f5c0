package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.control.Lag;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Why a connector has not, or not for certain, what is desired. Amperes are per phase.
 *
 * @param reason UNDER_WAY, WAITS_FOR, NO_ROOM, UNCONFIRMED, PROVING, DUE, TRIFLE, NO_ZERO,
 *     SCHEDULE, DEFAULT, OFFLINE, SILENT, BY_HAND, DISOBEYS or UNCONTROLLED
 * @param heldA what the charger confirmed; absent when that is not known
 * @param desiredA what it is to get now
 * @param countsA the most that it may draw, which is left to it
 * @param waitsFor connectors that have to confirm less first, ten at most
 * @param node what has no room for more, and on which phase
 * @param since when it began to be so; absent when that is not known
 * @param until when it is tried again; with a node: from when on there is no room
 * @param text in words
 */
public record LagDocument(
    String reason,
    @Nullable BigDecimal heldA,
    BigDecimal desiredA,
    BigDecimal countsA,
    @Nullable List<String> waitsFor,
    @Nullable String node,
    @Nullable String phase,
    @Nullable Instant since,
    @Nullable Instant until,
    String text) {

  private static final int NAMED_IN_WORDS = 3;

  static @Nullable LagDocument of(@Nullable Lag lag, WallClock wall, Instant now) {
    if (lag == null) {
      return null;
    }
    Phase phase = lag.phase();
    return new LagDocument(
        lag.cause().name(),
        lag.held() == null ? null : Amperes.of(lag.held()),
        Amperes.of(lag.desired()),
        Amperes.of(lag.counts()),
        lag.waitsFor().isEmpty() ? null : lag.waitsFor(),
        lag.node(),
        phase == null ? null : phase.name(),
        lag.since(),
        lag.until(),
        has(lag) + ": " + because(lag, wall, now) + counts(lag));
  }

  /** What follows the words on what is desired: nothing where it has just that. */
  String afterwards() {
    boolean same = heldA != null && heldA.compareTo(desiredA) == 0;
    return same ? "" : ". " + text;
  }

  private static String has(Lag lag) {
    Integer held = lag.held();
    if (held == null) {
      return "What it holds is not certain, it is to get " + Amperes.of(lag.desired()) + " A";
    }
    return held == lag.desired()
        ? "Has the " + Amperes.of(held) + " A it is to get"
        : "Has %s A, is to get %s A".formatted(Amperes.of(held), Amperes.of(lag.desired()));
  }

  private static String because(Lag lag, WallClock wall, Instant now) {
    Instant since = lag.since();
    Instant until = lag.until();
    String began = since == null ? "" : " since " + wall.words(since, now);
    return switch (lag.cause()) {
      case UNCONTROLLED -> "takes no charging profiles";
      case OFFLINE -> "not connected" + began;
      case SILENT -> "has taken no profile" + silent(since, until, wall, now);
      case BY_HAND -> "holds a profile set by hand";
      case DISOBEYS ->
          "does not do as it is told" + (lag.words() == null ? "" : ". " + lag.words());
      case UNDER_WAY -> "a profile was sent, which it has not confirmed yet";
      case UNCONFIRMED -> "a profile is unconfirmed, and is sent once more";
      case PROVING -> "gets the rest when chargers have shown that they keep to schedules";
      case NO_ZERO -> "takes no 0 A";
      case WAITS_FOR ->
          "waits until %s confirmed a decrease; until then %s"
              .formatted(names(lag.waitsFor()), full(lag, wall, now));
      case NO_ROOM -> full(lag, wall, now);
      case TRIFLE -> "too little a difference to send a profile";
      case DUE -> "is sent next";
      case SCHEDULE -> "has yet to show that it keeps to schedules";
      case DEFAULT -> "its default is higher, and would hold if it forgot its limit";
    };
  }

  /** Two times that are near to each other are told apart by their seconds. */
  private static String silent(
      @Nullable Instant since, @Nullable Instant until, WallClock wall, Instant now) {
    boolean near =
        since != null
            && until != null
            && Duration.between(since, until).compareTo(Duration.ofHours(1)) < 0;
    BiFunction<Instant, Instant, String> words = near ? wall::precise : wall::words;
    return (since == null ? "" : " since " + words.apply(since, now))
        + (until == null ? "" : ", is tried again at " + words.apply(until, now));
  }

  private static String names(List<String> connectors) {
    int more = connectors.size() - NAMED_IN_WORDS;
    String named = String.join(", ", connectors.stream().limit(NAMED_IN_WORDS).toList());
    return more > 0
        ? named + " and " + more + " more have"
        : named + (connectors.size() == 1 ? " has" : " have");
  }

  private static String full(Lag lag, WallClock wall, Instant now) {
    Instant from = lag.until();
    return "%s of %s has no room for more%s"
        .formatted(lag.phase(), lag.node(), from == null ? "" : " at " + wall.words(from, now));
  }

  private static String counts(Lag lag) {
    Integer held = lag.held();
    boolean governed =
        switch (lag.cause()) {
          case OFFLINE, SILENT, BY_HAND, UNCONTROLLED -> false;
          default -> true;
        };
    return governed && held != null && held == lag.counts()
        ? ""
        : "; counts at " + Amperes.of(lag.counts()) + " A";
  }
}
