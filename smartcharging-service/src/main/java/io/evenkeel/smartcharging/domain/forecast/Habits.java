package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long drivers stay and how much they take, by idTag and by connector. It remembers so many at
 * most; who was not seen for longest is forgotten first. Safe for any thread.
 */
public final class Habits {

  /** A driver is known after so many times, a connector after more: it has many drivers. */
  private static final int TIMES_OF_TAG = 2;

  private static final int TIMES_OF_CONNECTOR = 5;

  private final Map<String, Habit> known;

  /**
   * @param most remembered at most
   */
  public Habits(int most) {
    known =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Habit> eldest) {
            return size() > most;
          }
        };
  }

  /** What was stored; the one that was seen longest ago first. */
  public synchronized void remember(String name, Habit habit) {
    known.remove(name);
    known.put(name, habit);
  }

  /**
   * A transaction is over.
   *
   * @param idTag null when it is not known
   * @return what is to be stored, by name
   */
  public synchronized Map<String, Habit> learn(
      ConnectorKey connector, @Nullable String idTag, Instant from, Instant to, double energyWh) {
    Map<String, Habit> learned = new LinkedHashMap<>();
    Duration stay = Duration.between(from, to);
    if (Habit.isTelling(stay)) {
      learned.put(name(connector), after(name(connector), stay, energyWh, to));
      if (idTag != null) {
        learned.put(name(idTag), after(name(idTag), stay, energyWh, to));
      }
      learned.forEach(this::remember);
    }
    return learned;
  }

  private Habit after(String name, Duration stay, double energyWh, Instant at) {
    Habit before = known.get(name);
    return before == null ? Habit.first(stay, energyWh, at) : before.and(stay, energyWh, at);
  }

  /**
   * What to expect: of the driver when known, else of the connector, both blended with what the
   * site says, which alone counts for others.
   */
  public synchronized Usual usual(
      ConnectorKey connector, @Nullable String idTag, SiteTerms otherwise) {
    Usual byDefault = Usual.byDefault(otherwise);
    return known(idTag == null ? null : name(idTag), TIMES_OF_TAG)
        .or(() -> known(name(connector), TIMES_OF_CONNECTOR))
        .map(habit -> habit.blended(byDefault))
        .orElse(byDefault);
  }

  private Optional<Habit> known(@Nullable String name, int times) {
    return Optional.ofNullable(name == null ? null : known.get(name))
        .filter(habit -> habit.times() >= times);
  }

  public synchronized int size() {
    return known.size();
  }

  /** idTags compare without regard to case (OCPP 1.6, CiString). */
  private static String name(String idTag) {
    return "tag:" + idTag.toLowerCase(Locale.ROOT);
  }

  private static String name(ConnectorKey connector) {
    return "connector:" + connector;
  }
}
