package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few quantities of a reading that others work with, taken at the outlet.
 *
 * <p>Currents: as told per phase; else the power told per phase divided by that phase's voltage
 * (230 V when none is told); else a current told without a phase, which then counts for every
 * phase, because nothing says that a phase is free of it. A total power alone gives no currents: it
 * does not say which phases carry it.
 *
 * @param energyWh import register: the total, else the sum of three phases; null when not told
 * @param currentA of phases 1, 2, 3; an element is null when not told; empty when none is
 * @param powerW active import: the total, else the sum of the phases told; null when not told
 */
public record Electrical(
    @Nullable BigDecimal energyWh,
    List<@Nullable BigDecimal> currentA,
    @Nullable BigDecimal powerW) {

  private static final BigDecimal NOMINAL_V = BigDecimal.valueOf(230);
  private static final int PHASES = 3;

  /** Only {@link #energyWh()}. */
  public static @Nullable BigDecimal energyWh(List<Sample> samples) {
    Lines energy = null;
    for (Sample sample : samples) {
      if (sample.value() != null
          && sample.measurand() == Measurand.EnergyActiveImportRegister
          && sample.location() == Location.Outlet) {
        energy = energy == null ? new Lines() : energy;
        energy.put(sample);
      }
    }
    return energy == null ? null : energy.reading();
  }

  public static Electrical of(List<Sample> samples) {
    Lines energy = new Lines();
    Lines power = new Lines();
    Lines current = new Lines();
    Lines voltage = new Lines();
    for (Sample sample : samples) {
      if (sample.value() == null || sample.location() != Location.Outlet) {
        continue;
      }
      Measurand measurand = sample.measurand();
      if (measurand == Measurand.EnergyActiveImportRegister) {
        energy.put(sample);
      } else if (measurand == Measurand.PowerActiveImport) {
        power.put(sample);
      } else if (measurand == Measurand.CurrentImport) {
        current.put(sample);
      } else if (measurand == Measurand.Voltage) {
        voltage.put(sample);
      }
    }
    return new Electrical(
        energy.reading(),
        currents(current, power, voltage),
        power.total != null ? power.total : power.sum(1));
  }

  private static List<@Nullable BigDecimal> currents(Lines current, Lines power, Lines voltage) {
    if (current.told > 0) {
      return current.asList();
    }
    if (power.told > 0) {
      Lines derived = new Lines();
      for (int line = 0; line < PHASES; line++) {
        BigDecimal watts = power.byLine[line];
        if (watts != null) {
          derived.byLine[line] = watts.divide(voltage.volts(line), 2, RoundingMode.HALF_UP);
        }
      }
      return derived.asList();
    }
    BigDecimal total = current.total;
    return total == null ? List.of() : List.of(total, total, total);
  }

  /** Readings of one measurand by phase; the last one told of a phase counts. */
  private static final class Lines {
    private @Nullable BigDecimal total;
    private final @Nullable BigDecimal[] byLine = new BigDecimal[PHASES];
    private int told;

    void put(Sample sample) {
      int line = sample.line();
      if (line == 0) {
        total = sample.value();
      } else if (line > 0) {
        told += byLine[line - 1] == null ? 1 : 0;
        byLine[line - 1] = sample.value();
      }
    }

    /** Of a register: the total, else the sum of all three phases. */
    @Nullable BigDecimal reading() {
      return total != null ? total : sum(PHASES);
    }

    /** The sum over the phases, when at least so many were told. */
    @Nullable BigDecimal sum(int atLeast) {
      if (told < atLeast) {
        return null;
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (BigDecimal value : byLine) {
        sum = value == null ? sum : sum.add(value);
      }
      return sum;
    }

    BigDecimal volts(int line) {
      BigDecimal own = byLine[line];
      BigDecimal volts = own != null ? own : total;
      return volts == null || volts.signum() <= 0 ? NOMINAL_V : volts;
    }

    List<@Nullable BigDecimal> asList() {
      return Collections.unmodifiableList(Arrays.asList(byLine));
    }
  }
}
