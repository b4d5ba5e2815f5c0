package io.evenkeel.ocpp;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a frame costs: {@code mvn -pl ocpp test-compile exec:exec}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CodecBenchmark {
  private static final PendingCalls NONE_PENDING = messageId -> null;

  private final Instant receivedAt = Instant.parse("2026-03-01T10:00:01Z");
  private final String meterValues = frame("MeterValues", eightSamples());
  private final String heartbeat = frame("Heartbeat", "{}");
  private final Request meterValuesRequest = request(meterValues);
  private final Request heartbeatRequest = request(heartbeat);

  @Benchmark
  public Decoded decodeMeterValues() {
    return Codec.decode(meterValues, NONE_PENDING, receivedAt);
  }

  @Benchmark
  public Decoded decodeHeartbeat() {
    return Codec.decode(heartbeat, NONE_PENDING, receivedAt);
  }

  @Benchmark
  public String encodeMeterValues() {
    return Codec.call("19223201", meterValuesRequest);
  }

  @Benchmark
  public String encodeHeartbeat() {
    return Codec.call("19223201", heartbeatRequest);
  }

  private Request request(String frame) {
    return switch (Codec.decode(frame, NONE_PENDING, receivedAt)) {
      case Decoded.Call call when call.remarks().isEmpty() -> call.request();
      case Decoded other -> throw new IllegalStateException(other.toString());
    };
  }

  private static String frame(String action, String payload) {
    return "[2,\"19223201\",\"" + action + "\"," + payload + "]";
  }

  /** What a three-phase charge point sends every few seconds while it charges. */
  private static String eightSamples() {
    return """
    {"connectorId":1,"transactionId":4711,"meterValue":[{"timestamp":"2026-03-01T10:00:00Z","sampledValue":[\
    {"value":"1234567","context":"Sample.Periodic","format":"Raw","measurand":"Energy.Active.Import.Register","location":"Outlet","unit":"Wh"},\
    {"value":"11040.0","context":"Sample.Periodic","format":"Raw","measurand":"Power.Active.Import","location":"Outlet","unit":"W"},\
    {"value":"16.0","context":"Sample.Periodic","format":"Raw","measurand":"Current.Import","phase":"L1","location":"Outlet","unit":"A"},\
    {"value":"15.9","context":"Sample.Periodic","format":"Raw","measurand":"Current.Import","phase":"L2","location":"Outlet","unit":"A"},\
    {"value":"16.1","context":"Sample.Periodic","format":"Raw","measurand":"Current.Import","phase":"L3","location":"Outlet","unit":"A"},\
    {"value":"230.1","context":"Sample.Periodic","format":"Raw","measurand":"Voltage","phase":"L1-N","location":"Outlet","unit":"V"},\
    {"value":"229.8","context":"Sample.Periodic","format":"Raw","measurand":"Voltage","phase":"L2-N","location":"Outlet","unit":"V"},\
    {"value":"231.0","context":"Sample.Periodic","format":"Raw","measurand":"Voltage","phase":"L3-N","location":"Outlet","unit":"V"}]}]}\
    """;
  }
}
