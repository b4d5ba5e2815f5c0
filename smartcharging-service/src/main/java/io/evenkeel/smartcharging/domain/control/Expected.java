package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.composite.Comparison;
import io.evenkeel.smartcharging.domain.composite.Comparison.Tolerance;
import io.evenkeel.smartcharging.domain.composite.CompositeSchedule;
import io.evenkeel.smartcharging.domain.composite.InstalledProfiles;
import io.evenkeel.smartcharging.domain.composite.Running;
import io.evenkeel.smartcharging.domain.composite.Supply;
import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import org.jspecify.annotations.Nullable;

/**
 * What a charger is expected to read back: the composite of all profiles it holds, as we reckon.
 */
final class Expected {

  private static final double ROUNDING = 0.11;

  private final Settings settings;
  private final int voltage;

  Expected(Settings settings, int voltage) {
    this.settings = settings;
    this.voltage = voltage;
  }

  Comparison compared(
      ConnectorState state, Send.ReadBack send, GetCompositeSchedule.Response response) {
    Supply supply = new Supply(voltage, state.connector.phases());
    CompositeSchedule ours = of(state, send, supply);
    int seconds = (int) Math.max(1, settings.guard().toSeconds() / 2);
    return Comparison.of(
        ours, response, supply, state.connector.maximum(), new Tolerance(ROUNDING, seconds));
  }

  private CompositeSchedule of(ConnectorState state, Send.ReadBack send, Supply supply) {
    Session session = state.session();
    @Nullable Running running =
        session == null
            ? null
            : new Running(
                session.transactionId(),
                session.countsFrom() == null ? session.startedAt() : session.countsFrom());
    return CompositeSchedule.of(
        holds(state, send),
        state.connector.key().connectorId(),
        running,
        send.askedAt(),
        send.request().duration(),
        ChargingRateUnit.A,
        supply);
  }

  /** What others set, and ours as it was confirmed. */
  private InstalledProfiles holds(ConnectorState state, Send.ReadBack send) {
    Exposure exposure = send.before();
    InstalledProfiles all =
        new InstalledProfiles(state.chargePoint.byHand().held())
            .set(written(state, send, new Change.OfDefault(exposure.ofDefault().high())));
    HeldCourse held = exposure.ofTransaction();
    Integer transaction = exposure.transactionId();
    return held == null || transaction == null
        ? all
        : all.set(written(state, send, new Change.OfTransaction(transaction, held.high())));
  }

  private SetChargingProfile.Request written(
      ConnectorState state, Send.ReadBack send, Change change) {
    Session session = state.session();
    return ProfileWriter.write(
        state.connector,
        change,
        new ProfileWriter.Setting(
            state.form(change),
            state.form(change).stackLevel(state.chargePoint.stands()),
            voltage,
            settings.guard(),
            session == null ? null : session.countsFrom()),
        send.askedAt());
  }

  /**
   * When it is first something else, in seconds from when it is asked, by more than what is no
   * difference; 0: never.
   */
  int firstChange(ConnectorState state, Send.ReadBack send) {
    CompositeSchedule ours = of(state, send, new Supply(voltage, state.connector.phases()));
    @Nullable Integer first = ours.steps().getFirst().limit();
    for (CompositeSchedule.Step step : ours.steps()) {
      boolean differs =
          first != null
              && step.limit() != null
              && Math.abs(step.limit() - first) > 2 * 10 * ROUNDING;
      if (differs) {
        return step.start();
      }
    }
    return 0;
  }
}
