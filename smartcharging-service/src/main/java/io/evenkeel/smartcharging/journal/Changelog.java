package io.evenkeel.smartcharging.journal;

import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Session;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.journal.Happening.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the difference of two records of a connector means to people. */
public final class Changelog {
  private Changelog() {}

  /**
   * @param before null when nothing was known of it
   */
  public static List<Happening> between(@Nullable ConnectorRecord before, ConnectorRecord now) {
    List<Happening> happenings = new ArrayList<>();
    Place place = place(now.key());
    Session session = now.session();
    if (before == null
        ? session != null
        : !Objects.equals(transaction(before.session()), transaction(session))) {
      happenings.add(
          new Happening.SessionChanged(
              place, transaction(session), session == null ? null : session.startedAt()));
    }
    if (before == null
        || before.desiredDefault() != now.desiredDefault()
        || current(before) != current(now)) {
      happenings.add(
          new Happening.Allocated(
              place,
              transaction(session),
              session == null ? null : Amperes.of(current(now)),
              Amperes.of(now.desiredDefault())));
    }
    boolean uncontrolled = now.exposure().uncontrolled();
    if (uncontrolled != (before != null && before.exposure().uncontrolled())) {
      happenings.add(new Happening.Flagged(place, "uncontrolled", uncontrolled));
    }
    boolean disobeys = now.exposure().conduct().drawn() > 0;
    if (disobeys != (before != null && before.exposure().conduct().drawn() > 0)) {
      happenings.add(new Happening.Flagged(place, "disobeys", disobeys));
    }
    return happenings;
  }

  /** What was desired for the time when it was desired. */
  private static int current(ConnectorRecord record) {
    return record.desiredTx().steps().getFirst().limit();
  }

  static Place place(ConnectorKey key) {
    return new Place(key.chargePoint(), key.connectorId());
  }

  private static @Nullable Integer transaction(@Nullable Session session) {
    return session == null ? null : session.transactionId();
  }
}
