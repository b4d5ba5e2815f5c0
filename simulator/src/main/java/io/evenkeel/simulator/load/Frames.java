package io.evenkeel.simulator.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes the frames of a load run by joining texts: no object per message but its text. One per
 * event loop.
 */
final class Frames {
  private static final String SAMPLE_TAIL = "\",\"context\":\"Sample.Periodic\",\"measurand\":\"";
  private static final String[] LINES = {"L1", "L2", "L3"};
  private static final int VOLTAGE = 230;
  private static final int CURRENT_A = 16;

  private final StringBuilder text = new StringBuilder(1400);
  private long stampedMillis;
  private String stamp = "";

  /** Now, in milliseconds, as the protocol writes it; made once per millisecond. */
  private String stamp() {
    long now = System.currentTimeMillis();
    if (now != stampedMillis) {
      stampedMillis = now;
      stamp = stampOf(now);
    }
    return stamp;
  }

  static String stampOf(long millis) {
    var seconds = Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    int fraction = Math.floorMod(millis, 1000);
    return seconds.substring(0, 19)
        + (fraction < 10 ? ".00" : fraction < 100 ? ".0" : ".")
        + fraction
        + "Z";
  }

  private StringBuilder call(long id, Kind kind) {
    text.setLength(0);
    return text.append("[2,\"").append(id).append("\",\"").append(kind.name()).append("\",{");
  }

  String boot(long id) {
    return call(id, Kind.BootNotification)
        .append("\"chargePointVendor\":\"EvenKeel\",\"chargePointModel\":\"Load\",")
        .append("\"firmwareVersion\":\"1.0\"}]")
        .toString();
  }

  String status(long id, String status) {
    return call(id, Kind.StatusNotification)
        .append("\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"")
        .append(status)
        .append("\",\"timestamp\":\"")
        .append(stamp())
        .append("\"}]")
        .toString();
  }

  String authorize(long id, String idTag) {
    return call(id, Kind.Authorize).append("\"idTag\":\"").append(idTag).append("\"}]").toString();
  }

  String heartbeat(long id) {
    return call(id, Kind.Heartbeat).append("}]").toString();
  }

  String start(long id, String idTag, long meterWh) {
    return call(id, Kind.StartTransaction)
        .append("\"connectorId\":1,\"idTag\":\"")
        .append(idTag)
        .append("\",\"meterStart\":")
        .append(meterWh)
        .append(",\"timestamp\":\"")
        .append(stamp())
        .append("\"}]")
        .toString();
  }

  String stop(long id, String transaction, String idTag, long meterWh) {
    return call(id, Kind.StopTransaction)
        .append("\"idTag\":\"")
        .append(idTag)
        .append("\",\"meterStop\":")
        .append(meterWh)
        .append(",\"timestamp\":\"")
        .append(stamp())
        .append("\",\"transactionId\":")
        .append(transaction)
        .append(",\"reason\":\"Local\"}]")
        .toString();
  }

  /** Eight samples: energy, power, three currents, three voltages. */
  String meterValues(long id, String transaction, long meterWh) {
    call(id, Kind.MeterValues)
        .append("\"connectorId\":1,\"transactionId\":")
        .append(transaction)
        .append(",\"meterValue\":[{\"timestamp\":\"")
        .append(stamp())
        .append("\",\"sampledValue\":[");
    sample(meterWh, ".0", "Energy.Active.Import.Register", "", "Wh");
    text.append(',');
    sample(3L * CURRENT_A * VOLTAGE, ".0", "Power.Active.Import", "", "W");
    for (var line : LINES) {
      text.append(',');
      sample(CURRENT_A, ".0", "Current.Import", line, "A");
    }
    for (var line : LINES) {
      text.append(',');
      sample(VOLTAGE, ".4", "Voltage", line, "V");
    }
    return text.append("]}]}]").toString();
  }

  private void sample(long value, String decimals, String measurand, String phase, String unit) {
    text.append("{\"value\":\"").append(value).append(decimals).append(SAMPLE_TAIL);
    text.append(measurand);
    if (!phase.isEmpty()) {
      text.append("\",\"phase\":\"").append(phase);
    }
    text.append("\",\"unit\":\"").append(unit).append("\"}");
  }
}
