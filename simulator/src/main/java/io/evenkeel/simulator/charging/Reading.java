package io.evenkeel.simulator.charging;

/**
 * What a connector's meter shows.
 *
 * @param meterWh its register
 * @param currentA what is drawn on each phase in use
 * @param phasesInUse how many phases the car loads
 * @param phases how many the connector has
 * @param offeredA what the car is offered per phase
 * @param stateOfCharge of the car in percent; 0 when there is none
 */
public record Reading(
    double meterWh,
    double currentA,
    int phasesInUse,
    int phases,
    double offeredA,
    double stateOfCharge) {

  public double powerW() {
    return currentA * phasesInUse * ProfileStore.VOLTAGE;
  }

  /** The current on a phase, 1 to 3. */
  public double currentA(int phase) {
    return phase <= phasesInUse ? currentA : 0;
  }
}
