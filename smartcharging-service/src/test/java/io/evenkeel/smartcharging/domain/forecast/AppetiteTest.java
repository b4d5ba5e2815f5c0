package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppetiteTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final int ALL = 320;

  private Appetite car = Appetite.HEARTY;

  @Test
  void whatACarLeavesIsGivenBackWithinAMinute() {
    assertEquals(ALL, after(30, 100, ALL), "it may still be on its way up");
    assertEquals(120, after(60, 100, ALL));
  }

  @Test
  void aCarThatTakesNearlyAllKeepsAll() {
    assertEquals(ALL, after(60, 300, ALL));
    assertEquals(ALL, after(120, 320, ALL));
  }

  @Test
  void whenItDrawsCloseToWhatItHasItWantsAllAgain() {
    after(60, 100, ALL);

    assertEquals(120, after(120, 105, 120), "the guard band is not a wish");
    assertEquals(ALL, after(180, 110, 120));
  }

  @Test
  void aReadingFromBeforeTheLimitWasLoweredIsEnoughToWantMore() {
    after(60, 100, ALL);

    assertEquals(ALL, after(70, 300, ALL));
  }

  @Test
  void aFullCarKeepsWhatItNeedsToBeginAgain() {
    assertEquals(60, after(60, 0, ALL));
    assertEquals(60, after(120, 3, 60));
    assertEquals(ALL, after(180, 52, 60));
  }

  @Test
  void theCeilingFollowsACarThatTapersButNotEveryTenth() {
    after(60, 200, ALL);
    assertEquals(220, after(120, 195, 220));
    assertEquals(200, after(180, 180, 220));
  }

  @Test
  void whoeverGetsNothingIsNotBlamed() {
    assertEquals(ALL, after(600, 0, 0));
  }

  @Test
  void aRestlessCarIsBelievedMoreSlowly() {
    after(60, 100, ALL);
    after(70, 120, 120);

    car = car.seen(NOON.plusSeconds(140), 100, ALL, NOON.plusSeconds(70));
    assertEquals(ALL, car.limited(ALL), "70 s are not enough any more");
    car = car.seen(NOON.plusSeconds(165), 100, ALL, NOON.plusSeconds(70));
    assertEquals(120, car.limited(ALL));
  }

  @Test
  void aSteadyCarIsNeverSentToAndFro() {
    for (int drawn = 0; drawn <= ALL; drawn++) {
      car = Appetite.HEARTY;
      int allotted = after(60, drawn, ALL);
      for (int i = 2; i < 6; i++) {
        assertEquals(allotted, after(60 * i, drawn, allotted), "drawing " + drawn);
      }
    }
  }

  private int after(int seconds, int drawn, int allotted) {
    car = car.seen(NOON.plusSeconds(seconds), drawn, allotted, NOON);
    return car.limited(ALL);
  }
}
