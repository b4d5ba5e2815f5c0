package io.evenkeel.smartcharging.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.PeriodsStood;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.control.Standing;
import io.evenkeel.smartcharging.domain.control.Timekeeping;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.Connector;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * At no instant may chargers be able to draw more than a node carries, whatever is lost, late,
 * rebooted or dead (certification cases TC_056 and TC_057 seen from the whole site; H96, H97).
 */
class LimitInvariantTest {

  private static final int SEEDS = Integer.getInteger("evenkeel.seeds", 300);
  private static final int FIRST = Integer.getInteger("evenkeel.seed", 0);
  private static final Duration FAULTY = Duration.ofMinutes(40);
  private static final Duration CALM = Duration.ofMinutes(25);

  @Test
  void noNodeCanEverCarryMoreThanItsLimit() {
    int underControl = 0;
    long happened = 0;
    int profiles = 0;
    int deaths = 0;
    int schedules = 0;
    int proven = 0;
    int fewPhases = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      SiteWorld world = new SiteWorld(seed, Setup.SOUND);

      @Nullable String wrong = world.play(FAULTY, CALM);

      assertNull(wrong, "seed " + seed + ": " + wrong);
      assertEquals(0, world.hangs(), "seed " + seed + ": a Delta was sent too many periods");
      SiteStatus status = world.status();
      if (status.underControl()) {
        underControl++;
        assertTrue(
            world.fuses().allHold(world.now()),
            "seed " + seed + ": said to be under control, and chargers may draw too much");
      }
      recovered(seed, world, status);
      happened += world.happened();
      profiles += world.profiles();
      deaths += world.deaths();
      schedules += world.schedules();
      proven += proven(status);
      fewPhases += onFewPhases(status);
    }
    System.out.printf(
        "%d sites, %d under control at the end, %d events, %d profiles, %d of several"
            + " periods, %d connectors that keep time, %d cars known to use few phases, %d deaths"
            + " of the service%n",
        SEEDS, underControl, happened, profiles, schedules, proven, fewPhases, deaths);
    assertTrue(underControl > SEEDS / 2, "only " + underControl + " sites came under control");
    assertTrue(schedules > 5 * SEEDS, "only " + schedules + " schedules were sent");
    assertTrue(proven > SEEDS / 4, "only " + proven + " connectors have shown that they keep time");
    assertTrue(fewPhases > SEEDS / 4, "only " + fewPhases + " cars are known to use few phases");
    assertTrue(deaths > SEEDS, "the service died only " + deaths + " times");
    assertTrue(profiles > 50 * SEEDS, "only " + profiles + " profiles were sent");
  }

  private static int onFewPhases(SiteStatus status) {
    return (int)
        status.connectors().stream()
            .filter(one -> one.phasesUsed() != null && one.phasesUsed() < one.connector().phases())
            .count();
  }

  private static int proven(SiteStatus status) {
    return (int)
        status.connectors().stream()
            .filter(one -> one.learned().timekeeping() == Timekeeping.PROVEN)
            .count();
  }

  /** As if an hour went by with each restart. */
  @Test
  void whileChargersAreTriedWithMorePeriodsTheFusesHold() {
    int believed = 0;
    int lostAgain = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS / 3; seed++) {
      SiteWorld world = new SiteWorld(seed, Setup.SOUND.lessons(LimitInvariantTest::due));

      @Nullable String wrong = world.play(FAULTY, CALM);

      assertNull(wrong, "seed " + seed + ": " + wrong);
      assertEquals(0, world.hangs(), "seed " + seed + ": a Delta was tried with too many periods");
      recovered(seed, world, world.status());
      believed += world.believedAgain();
      lostAgain += world.lostAgain();
    }
    assertTrue(believed > 0, "nobody is believed again, so nothing is shown");
    assertTrue(lostAgain > 0, "nobody was tried in vain, so nothing is shown");
  }

  private static Learned due(Learned learned) {
    PeriodsStood.Doubt doubt = learned.periods().doubt();
    return doubt == null
        ? learned
        : new Learned(
            new PeriodsStood(
                learned.periods().certain(),
                new PeriodsStood.Doubt(doubt.most(), doubt.lost(), doubt.trials(), Instant.MIN)),
            learned.minimum(),
            learned.timekeeping(),
            learned.refused());
  }

  @Test
  void withoutTheGateTheFusesBlow() {
    assertBlows(Setup.SOUND.gate((now, connector, before, after) -> true), "the gate was off");
  }

  @Test
  void whenADefaultIsHeldAgainstThePhasesOfTheCarAloneTheFusesBlow() {
    assertBlows(
        Setup.SOUND.gate(
            (now, connector, before, change) ->
                before.carPhases() < now.phases(connector) && change instanceof Change.OfDefault
                    ? roomForTheCar(now, connector, before, change)
                    : SafetyGate.STRICT.permits(now, connector, before, change)),
        "the next car may use the other phases");
  }

  private static boolean roomForTheCar(
      WorstCase now, int connector, Exposure before, Change change) {
    Load worst = before.load(now.grid());
    Load then = before.sending(change).load(now.grid());
    for (int column = now.column(); column < now.grid().columns(); column++) {
      int more = Grid.at(then.on(0), column) - Grid.at(worst.on(0), column);
      if (more > 0 && now.room(connector, 0, column) < more) {
        return false;
      }
    }
    return true;
  }

  /** What flows cannot be foreseen then; but it must not stay so. */
  @Test
  void whenCarsGoOnWithMorePhasesTheSiteRecovers() {
    int exceeded = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS / 3; seed++) {
      SiteWorld world = new SiteWorld(seed, Setup.SOUND.carsGrow());

      exceeded += world.play(FAULTY, CALM) == null ? 0 : 1;

      SiteStatus status = world.status();
      if (status.underControl()) {
        assertTrue(world.fuses().allHold(world.now()), "seed " + seed + ": it does not recover");
      }
      recovered(seed, world, status);
    }
    assertTrue(exceeded > 0, "nothing was exceeded, so nothing is shown");
  }

  @Test
  void whenARestartForgetsWhatWasUnderWayTheFusesBlow() {
    assertBlows(
        Setup.SOUND.database(LimitInvariantTest::forgetful),
        "the database lost what was unconfirmed");
  }

  @Test
  void whenADeadGatewayIsSaidToHaveSentNothingTheFusesBlow() {
    assertBlows(Setup.SOUND.gatewayThatForgets(), "what it had sent was taken for never sent");
  }

  @Test
  void whenChargersAreBelievedToKeepTimeTheFusesBlow() {
    assertBlows(
        Setup.SOUND.lessons(learned -> learned.timekeeping(Timekeeping.PROVEN)),
        "schedules counted slot by slot before they were read back");
  }

  @Test
  void whenChangesAreWrittenWithoutAGuardTheFusesBlow() {
    assertBlows(Setup.SOUND.guard(Duration.ZERO), "clocks are off by some seconds");
  }

  private static void assertBlows(Setup setup, String because) {
    boolean blew = false;
    for (long seed = 0; seed < SEEDS && !blew; seed++) {
      blew = new SiteWorld(seed, setup).play(FAULTY, CALM) != null;
    }
    assertTrue(blew, "nothing was noticed although " + because);
  }

  private static ConnectorRecord forgetful(ConnectorRecord record) {
    Exposure known = record.exposure();
    return new ConnectorRecord(
        record.key(),
        new Exposure(
            known.maximum(),
            certain(known.ofDefault()),
            known.transactionId(),
            known.ofTransaction() == null ? null : certain(known.ofTransaction()),
            known.conduct()),
        record.session(),
        record.ended(),
        record.status(),
        record.desiredDefault(),
        record.desiredTx(),
        record.defaultRejections(),
        record.txRejections());
  }

  private static HeldCourse certain(HeldCourse held) {
    return new HeldCourse(held.low(), held.low(), true);
  }

  private static Held certain(Held held) {
    return new Held(held.low(), held.low(), true);
  }

  /** How many phases the service counts for a connector's car. */
  private static int counted(SiteStatus status, Connector connector) {
    return status.connectors().stream()
        .filter(one -> one.connector().equals(connector))
        .findFirst()
        .map(SiteStatus.ConnectorStatus::phasesUsed)
        .orElse(connector.phases());
  }

  /** After the trouble everything is as planned, and nobody waits for current that is there. */
  private static void recovered(long seed, SiteWorld world, SiteStatus status) {
    boolean allGood =
        world.site().connectors().stream()
            .allMatch(connector -> world.temper(connector) == Temper.GOOD);
    int sessions = (int) status.connectors().stream().filter(one -> one.session() != null).count();
    for (SiteStatus.ConnectorStatus one : status.connectors()) {
      Connector connector = one.connector();
      String who = "seed " + seed + ": " + connector.id() + " " + one;
      Socket socket = world.socket(connector);
      if (world.temper(connector) == Temper.REJECTS_ALL) {
        assertEquals(Standing.UNCONTROLLED, one.standing(), who);
        continue;
      }
      assertTrue(one.standing() == Standing.IDLE || one.standing() == Standing.CHARGING, who);
      if (socket.transaction != null && socket.transaction.equals(socket.writtenOff)) {
        continue;
      }
      assertEquals(
          socket.transaction,
          one.session() == null ? null : Integer.valueOf(one.session().transactionId()),
          who);
      assertTrue(one.mayDraw() / 10.0 >= socket.mayDraw(world.now()) - 1e-6, who);
      if (allGood && world.isConstant() && socket.transaction != null) {
        double draws = socket.draws(world.now());
        double room =
            world.fuses().roomFor(connector, other -> counted(status, other), world.now());
        boolean satisfied =
            draws >= socket.maximum - 0.5 || room < (draws == 0 ? 6 : 0.5 * sessions);
        assertTrue(satisfied, who + " draws " + draws + " A and has room for " + room);
      }
    }
  }
}
