package io.evenkeel.smartcharging.domain.safety;

import io.evenkeel.smartcharging.domain.site.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the limits in a charger for one connector, and so what it may still draw. A
 * profile that was sent counts from before it is sent until the charger has confirmed it or a later
 * one of the same kind, or certainly never got it.
 *
 * <p>The default always counts, also while a transaction has a lower limit: a charger that reboots
 * may forget the transaction's profile, and a car that plugs in starts under the default; and it is
 * what counts after a schedule's end.
 *
 * <p>The transaction's limit loads the phases that its car uses; the default, and whatever a
 * charger does that is not told or does not obey, may load all that are wired: the next car may use
 * them.
 *
 * @param maximum what the connector draws when nothing limits it
 * @param ofDefault the limit of transactions that have none of their own; of a charger that was
 *     never given one, the maximum
 * @param transactionId the running transaction that was sent a limit; null: none was
 * @param ofTransaction its limit; null exactly when transactionId is
 * @param conduct how far the charger does what it is told
 * @param carPhases how many phases, the first ones, the car of the running transaction uses
 */
public record Exposure(
    int maximum,
    Held ofDefault,
    @Nullable Integer transactionId,
    @Nullable HeldCourse ofTransaction,
    Conduct conduct,
    int carPhases) {

  private static final HeldCourse NOTHING = HeldCourse.confirmed(Course.constant(0));
  private static final int ALL = Phase.COUNT;

  /** Of a car of which nothing is known: it may use all phases. */
  public Exposure(
      int maximum,
      Held ofDefault,
      @Nullable Integer transactionId,
      @Nullable HeldCourse ofTransaction,
      Conduct conduct) {
    this(maximum, ofDefault, transactionId, ofTransaction, conduct, ALL);
  }

  /** Of a charger that was never given a profile. */
  public static Exposure unmanaged(int maximum) {
    return new Exposure(maximum, new Held(maximum, maximum, false), null, null, Conduct.UNKNOWN);
  }

  /** Whether the charger may hold a profile of ours. */
  public boolean isManaged() {
    return ofTransaction != null || !ofDefault.equals(new Held(maximum, maximum, false));
  }

  public boolean uncontrolled() {
    return conduct.uncontrolled();
  }

  /** The most the connector may draw per phase at any time. */
  public int worst() {
    return most(transaction().high().peak());
  }

  /** The most it may draw at an instant. */
  public int worst(Instant at) {
    Course high = transaction().high();
    return most(conduct.timed() ? high.at(at) : high.peak());
  }

  /** The most it may draw over time, phase by phase. */
  public Load load(Grid grid) {
    int[] worst = worst(grid);
    return carPhases >= ALL ? Load.even(worst) : new Load(carPhases, worst, new int[] {most(0)});
  }

  /** The most it may draw over time on any phase. */
  public int[] worst(Grid grid) {
    int[] levels = allows(transaction().high(), grid);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = most(levels[i]);
    }
    return levels;
  }

  private int most(int ofTransactionHigh) {
    int held =
        Math.min(
            maximum, Math.max(conduct.byHand(), Math.max(ofDefault.high(), ofTransactionHigh)));
    return Math.max(conduct.drawn(), conduct.uncontrolled() ? maximum : held);
  }

  /**
   * It may draw so much for certain, at any time: a limit of this kind that is not above raises
   * nothing. A running transaction's limit is no excuse for a higher default: its car may use fewer
   * phases than it is counted with.
   */
  public int least(Change change) {
    return least(change, transaction().low().trough());
  }

  /** As above, over time; on the phases that the change loads. */
  public int[] least(Change change, Grid grid) {
    Course low = transaction().low();
    boolean always = change instanceof Change.OfDefault || !conduct.timed();
    int[] levels = always ? new int[] {low.trough()} : grid.lowest(low);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = least(change, levels[i]);
    }
    return levels;
  }

  private int least(Change change, int ofTransactionLow) {
    int held =
        change instanceof Change.OfDefault
            ? ofDefault.low()
            : Math.max(ofDefault.low(), ofTransactionLow);
    return conduct.uncontrolled() ? maximum : Math.min(maximum, held);
  }

  /** What a change lets this charger draw over time, phase by phase. */
  public Load allows(Change change, Grid grid) {
    int[] levels = allows(change.course(), grid);
    return switch (change) {
      case Change.OfDefault _ -> Load.even(levels);
      case Change.OfTransaction(int id, Course _) -> Load.of(phasesOf(id), levels);
    };
  }

  /** What a course lets this charger draw over time, on a phase that it loads. */
  public int[] allows(Course course, Grid grid) {
    int[] levels = conduct.timed() ? grid.highest(course) : new int[] {course.peak()};
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.min(maximum, levels[i]);
    }
    return levels;
  }

  /** From now on the change may be in the charger. */
  public Exposure sending(Change change) {
    return switch (change) {
      case Change.OfDefault(int limit) -> withDefault(ofDefault.or(limit));
      case Change.OfTransaction(int id, Course course) ->
          withTransaction(id, (isFor(id) ? transaction() : NOTHING).or(course));
    };
  }

  /** The charger holds the change, and nothing older of its kind. */
  public Exposure accepted(Change change) {
    return switch (change) {
      case Change.OfDefault(int limit) -> withDefault(Held.confirmed(limit));
      case Change.OfTransaction(int id, Course course) ->
          withTransaction(id, HeldCourse.confirmed(course));
    };
  }

  /**
   * The charger certainly does not hold the change. What became known since it was sent stays.
   *
   * @param before as it was when the change was about to be sent
   */
  public Exposure notApplied(Change change, Exposure before) {
    Exposure sent = before.sending(change);
    return switch (change) {
      case Change.OfDefault _ ->
          ofDefault.equals(sent.ofDefault) ? withDefault(before.ofDefault) : this;
      case Change.OfTransaction(int id, Course _) ->
          isFor(id) && transaction().equals(sent.ofTransaction)
              ? withTransaction(before.transactionId, before.ofTransaction)
              : this;
    };
  }

  /** What was set for a transaction is void when it has ended. */
  public Exposure transactionEnded() {
    return new Exposure(maximum, ofDefault, null, null, conduct);
  }

  /** The charger was away: it may have forgotten what was set for its transaction. */
  public Exposure away() {
    return ofTransaction == null
        ? this
        : withTransaction(transactionId, ofTransaction.or(Course.constant(0)));
  }

  /** The charger started anew, or its profiles were cleared: it may have forgotten everything. */
  public Exposure rebooted() {
    return away().withDefault(new Held(ofDefault.low(), maximum, false));
  }

  /** Without what is over; who has not shown that it keeps time may be late with it. */
  public Exposure since(Instant now) {
    return ofTransaction == null || !conduct.timed()
        ? this
        : withTransaction(transactionId, ofTransaction.since(now));
  }

  /** The charger refuses profiles, or may take them again. */
  public Exposure uncontrolled(boolean now) {
    return with(new Conduct(now, conduct.timed(), conduct.drawn(), conduct.byHand()));
  }

  /** The charger has shown that it keeps to times, or it is not known (any more). */
  public Exposure timed(boolean now) {
    return with(new Conduct(conduct.uncontrolled(), now, conduct.drawn(), conduct.byHand()));
  }

  /** It draws so much against what it holds; 0: it obeys. */
  public Exposure drawing(int now) {
    return with(new Conduct(conduct.uncontrolled(), conduct.timed(), now, conduct.byHand()));
  }

  /** Profiles of somebody else allow so much; 0: there are none. */
  public Exposure byHand(int now) {
    return with(new Conduct(conduct.uncontrolled(), conduct.timed(), conduct.drawn(), now));
  }

  /** The operator says how much the connector draws when nothing limits it. */
  public Exposure maximum(int now) {
    Held held =
        ofDefault.confirmed() || ofDefault.high() < maximum
            ? ofDefault
            : new Held(ofDefault.low() == maximum ? now : ofDefault.low(), now, false);
    return new Exposure(now, held, transactionId, ofTransaction, conduct, carPhases);
  }

  /** The car of the running transaction uses so many phases; as many as the grid has: all. */
  public Exposure carPhases(int now) {
    return new Exposure(maximum, ofDefault, transactionId, ofTransaction, conduct, now);
  }

  /** What is known of one transaction's car says nothing of another's. */
  private int phasesOf(@Nullable Integer id) {
    return id == null || transactionId == null || isFor(id) ? carPhases : ALL;
  }

  private boolean isFor(int id) {
    return transactionId != null && transactionId == id;
  }

  private HeldCourse transaction() {
    return ofTransaction == null ? NOTHING : ofTransaction;
  }

  private Exposure withDefault(Held held) {
    return new Exposure(maximum, held, transactionId, ofTransaction, conduct, carPhases);
  }

  private Exposure withTransaction(@Nullable Integer id, @Nullable HeldCourse held) {
    return new Exposure(maximum, ofDefault, id, held, conduct, phasesOf(id));
  }

  private Exposure with(Conduct now) {
    return new Exposure(maximum, ofDefault, transactionId, ofTransaction, now, carPhases);
  }
}
