package io.evenkeel.smartcharging.world;

import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.Settings;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How the service is put together; what is wrong with it when a test breaks it on purpose.
 *
 * @param database what is read of a record that was stored
 * @param lessons what is read of what a charger taught
 * @param growing cars that began on few phases may go on with all: nobody can know before
 * @param gatewayForgets a gateway says of what was under way when it died that it never sent it
 */
record Setup(
    SafetyGate gate,
    UnaryOperator<ConnectorRecord> database,
    UnaryOperator<Learned> lessons,
    Settings settings,
    boolean growing,
    boolean gatewayForgets) {

  static final Setup SOUND =
      new Setup(
          SafetyGate.STRICT,
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          settings(Duration.ofSeconds(30)),
          false,
          false);

  Setup gate(SafetyGate other) {
    return new Setup(other, database, lessons, settings, growing, gatewayForgets);
  }

  Setup database(UnaryOperator<ConnectorRecord> other) {
    return new Setup(gate, other, lessons, settings, growing, gatewayForgets);
  }

  Setup lessons(UnaryOperator<Learned> other) {
    return new Setup(gate, database, other, settings, growing, gatewayForgets);
  }

  Setup guard(Duration guard) {
    return new Setup(gate, database, lessons, settings(guard), growing, gatewayForgets);
  }

  Setup carsGrow() {
    return new Setup(gate, database, lessons, settings, true, gatewayForgets);
  }

  /** A gateway that says of what was under way when it died that it never sent it. */
  Setup gatewayThatForgets() {
    return new Setup(gate, database, lessons, settings, growing, true);
  }

  private static Settings settings(Duration guard) {
    return new Settings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        5,
        Duration.ofMinutes(15),
        Duration.ofMinutes(2),
        16,
        10,
        guard,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }
}
