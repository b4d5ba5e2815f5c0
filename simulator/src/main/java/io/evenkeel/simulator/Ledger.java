package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What charge points said about transactions and what they were told: the truth to compare a
 * database with after something was killed. An answered line must be in the database exactly once;
 * a line that was sent but not answered may be there, once. Thread-safe.
 */
public final class Ledger {
  private final @Nullable List<Line> lines;

  private Ledger(@Nullable List<Line> lines) {
    this.lines = lines;
  }

  /** One that keeps everything. */
  public static Ledger keeping() {
    return new Ledger(new ArrayList<>());
  }

  /** One that keeps nothing. */
  public static Ledger none() {
    return new Ledger(null);
  }

  /** How far a message came. */
  public enum State {
    /** It waits for its turn and was never sent. */
    Queued,
    /** It was sent and will be sent again until it is answered. */
    Unanswered,
    Answered,
    /** It was given up after its last attempt. */
    Discarded
  }

  /**
   * One message of a charge point.
   *
   * @param request as last sent
   * @param transmissions how often it was sent
   * @param response what was answered, when it was
   * @param refusals the codes of the CALLERRORs it got on the way
   */
  public record Entry(
      String chargePoint,
      Request request,
      State state,
      int transmissions,
      @Nullable Response response,
      List<String> refusals) {}

  /** A StartTransaction that was answered. */
  public record Start(
      String chargePoint,
      StartTransaction.Request request,
      StartTransaction.Response response,
      int transmissions) {}

  /** A StopTransaction that was answered. */
  public record Stop(String chargePoint, StopTransaction.Request request, int transmissions) {}

  /** A MeterValues that was answered. */
  public record Metered(String chargePoint, MeterValues.Request request, int transmissions) {}

  /** Everything, in the order in which it happened at the charge points. */
  public List<Entry> entries() {
    if (lines == null) {
      return List.of();
    }
    synchronized (lines) {
      return lines.stream().map(Line::entry).toList();
    }
  }

  public List<Start> starts() {
    var found = new ArrayList<Start>();
    for (var entry : entries()) {
      if (entry.request() instanceof StartTransaction.Request request
          && entry.response() instanceof StartTransaction.Response response) {
        found.add(new Start(entry.chargePoint(), request, response, entry.transmissions()));
      }
    }
    return found;
  }

  public List<Stop> stops() {
    var found = new ArrayList<Stop>();
    for (var entry : entries()) {
      if (entry.state() == State.Answered
          && entry.request() instanceof StopTransaction.Request request) {
        found.add(new Stop(entry.chargePoint(), request, entry.transmissions()));
      }
    }
    return found;
  }

  public List<Metered> meterValues() {
    var found = new ArrayList<Metered>();
    for (var entry : entries()) {
      if (entry.state() == State.Answered
          && entry.request() instanceof MeterValues.Request request) {
        found.add(new Metered(entry.chargePoint(), request, entry.transmissions()));
      }
    }
    return found;
  }

  /** What was sent and not answered, so that nobody knows whether it arrived. */
  public List<Entry> unanswered() {
    return in(State.Unanswered);
  }

  /** What was given up. */
  public List<Entry> discarded() {
    return in(State.Discarded);
  }

  /** What still waits for an answer, sent or not. Empty when the charge points are at rest. */
  public List<Entry> open() {
    return entries().stream()
        .filter(e -> e.state() == State.Queued || e.state() == State.Unanswered)
        .toList();
  }

  private List<Entry> in(State state) {
    return entries().stream().filter(e -> e.state() == state).toList();
  }

  Line open(String chargePoint, Request request) {
    var line = new Line(chargePoint, request);
    if (lines != null) {
      synchronized (lines) {
        lines.add(line);
      }
    }
    return line;
  }

  /** A line that can still change; changes are seen by all threads. */
  static final class Line {
    private final String chargePoint;
    private final List<String> refusals = new ArrayList<>(0);
    private Request request;
    private int transmissions;
    private State state = State.Queued;
    private @Nullable Response response;

    private Line(String chargePoint, Request request) {
      this.chargePoint = chargePoint;
      this.request = request;
    }

    synchronized void sent(Request asSent) {
      request = asSent;
      transmissions++;
      state = State.Unanswered;
    }

    synchronized void answered(Response told) {
      response = told;
      state = State.Answered;
    }

    synchronized void refused(String code) {
      refusals.add(code);
    }

    synchronized void discarded() {
      state = State.Discarded;
    }

    private synchronized Entry entry() {
      return new Entry(chargePoint, request, state, transmissions, response, List.copyOf(refusals));
    }
  }
}
