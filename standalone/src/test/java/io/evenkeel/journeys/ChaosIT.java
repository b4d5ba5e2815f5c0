package io.evenkeel.journeys;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.evenkeel.journeys.Network.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} under load. The promise is tested where it is made: charge points repeat what was
 * not answered, and afterwards all that was answered is there, once.
 */
@Journey
@Tag("distributed")
class ChaosIT {

  private static final int CHARGE_POINTS = 12;

  @ParameterizedTest(name = "{0}")
  @EnumSource(Part.class)
  void whateverIsKilledNothingAnsweredIsLostAndNothingIsThereTwice(
      Part victim, Network network, Api api) {
    // Given
    assumeFalse(
        network instanceof OneProcess && victim != Part.GATEWAY && victim != Part.DATABASE,
        "in one process there are two parts to kill: the process and its database");
    String prefix = "CHAOS-" + victim;
    try (Fleet fleet = Fleet.start(network, api, prefix, "CHAOS-TAG", CHARGE_POINTS)) {
      fleet.awaitSessions(CHARGE_POINTS);

      // When
      int rounds = network instanceof OneProcess ? 2 : 1;
      for (int round = 0; round < rounds; round++) {
        network.kill(victim);
        network.restart(victim);
        fleet.awaitSessions(CHARGE_POINTS);
      }

      // Then
      new Audit(Api.login(network)).check(fleet.rest());
    }
  }
}
