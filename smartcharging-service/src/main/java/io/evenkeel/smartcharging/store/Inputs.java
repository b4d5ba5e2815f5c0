package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.forecast.QuarterLoad;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.domain.forecast.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What was stored of a site's surroundings. */
public final class Inputs {

  final List<MeterReading> readings = new ArrayList<>();
  final List<QuarterLoad> loads = new ArrayList<>();
  final List<Signal> signals = new ArrayList<>();
  Prices prices = Prices.NONE;

  Inputs() {}

  /** Tells them to a site that has just been made. */
  public void tell(Surroundings site) {
    loads.forEach(site::remember);
    readings.forEach(site::remember);
    signals.forEach(site::put);
    site.prices(prices);
  }
}
