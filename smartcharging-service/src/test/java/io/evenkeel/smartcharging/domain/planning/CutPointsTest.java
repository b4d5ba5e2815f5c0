package io.evenkeel.smartcharging.domain.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CutPointsTest {

  private static final int LONG = 1_920;

  @Test
  void aStayOfUsualLengthIsCutWhereverItHelps() {
    CutPoints cuts = new CutPoints(6);
    int[] ceiling = {160, 160, 60, 320, 320, 320};
    int[] floor = {0, 0, 0, 0, 0, 60};

    assertEquals(5, cuts.divide(6, ceiling, floor, new double[] {1, 2, 3, 4, -5, -6}));

    assertArrayEquals(new int[] {0, 2, 3, 4, 5, 6}, Arrays.copyOf(cuts.start, 6));
    assertArrayEquals(new double[] {3, 3, 4, -5, -6}, Arrays.copyOf(cuts.worth, 5));
    assertArrayEquals(new int[] {160, 60, 320, 320, 320}, Arrays.copyOf(cuts.ceiling, 5));
  }

  @Test
  void aLongStayIsCutWhereTheCeilingFalls() {
    CutPoints cuts = new CutPoints(LONG);
    int[] ceiling = new int[LONG];
    Arrays.fill(ceiling, 160);
    Arrays.fill(ceiling, 1_003, 1_017, 70);
    double[] worth = new double[LONG];
    Arrays.fill(worth, 1);

    int blocks = cuts.divide(LONG, ceiling, new int[LONG], worth);

    assertTrue(blocks <= CutPoints.MOST, "blocks " + blocks);
    assertEquals(LONG, cuts.start[blocks]);
    int all = 0;
    for (int block = 0; block < blocks; block++) {
      all += cuts.ceiling[block] * (cuts.start[block + 1] - cuts.start[block]);
    }
    assertEquals(Arrays.stream(ceiling).sum(), all, "nothing is lost where it is cut well");
    assertEquals(LONG, Arrays.stream(cuts.worth).limit(blocks).sum(), 1e-9);
  }

  @Test
  void aBlockPromisesNoMoreThanItsSlotsStand() {
    CutPoints cuts = new CutPoints(LONG);
    int[] ceiling = new int[LONG];
    for (int slot = 0; slot < LONG; slot++) {
      ceiling[slot] = 60 + slot * 7 % 100;
    }

    int blocks = cuts.divide(LONG, ceiling, new int[LONG], new double[LONG]);

    for (int block = 0; block < blocks; block++) {
      for (int slot = cuts.start[block]; slot < cuts.start[block + 1]; slot++) {
        assertTrue(cuts.ceiling[block] <= ceiling[slot], "slot " + slot);
      }
    }
  }
}
