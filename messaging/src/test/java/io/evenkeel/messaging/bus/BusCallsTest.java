package io.evenkeel.messaging.bus;

import static io.evenkeel.messaging.Samples.SESSION;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.CallFailed;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.flow.Overloaded;
import io.evenkeel.ocpp.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusCallsTest {

  private static final Instant DEADLINE = Samples.NOW.plusSeconds(10);

  private final List<BusMessage> sent = new ArrayList<>();
  private final List<Object> results = new ArrayList<>();
  private Uni<Void> sending = Uni.createFrom().voidItem();
  private final BusCalls calls =
      new BusCalls(
          message ->
              Uni.createFrom()
                  .deferred(
                      () -> {
                        sent.add(message);
                        return sending;
                      }),
          2);

  private static AuthorizationCall call(String callId) {
    return new AuthorizationCall(callId, "CP", SESSION, DEADLINE, "TAG");
  }

  private void ask(String callId) {
    calls.authorization(call(callId)).subscribe().with(results::add, results::add);
  }

  private static Reply reply(String callId, Result result) {
    return new Reply(callId, "CP", SESSION, result);
  }

  private static Result decided() {
    return new Result.Decided(Authorization.unknown("TAG"));
  }

  @Test
  void givesTheReplyOfItsOwnCallInWhateverOrder() {
    ask("a");
    ask("b");

    calls.replied(reply("b", new Result.Decided(Authorization.unknown("B"))));
    calls.replied(reply("a", new Result.Decided(Authorization.unknown("A"))));

    assertEquals(List.of(Authorization.unknown("B"), Authorization.unknown("A")), results);
    assertEquals(0, calls.waiting(), "waiting");
  }

  @Test
  void findsAReplyThatIsFasterThanTheSending() {
    // Given a bus that has the reply before it says that the call was sent
    sending =
        Uni.createFrom()
            .emitter(
                e -> {
                  calls.replied(reply("a", decided()));
                  e.complete(null);
                });

    ask("a");

    assertEquals(List.of(Authorization.unknown("TAG")), results);
  }

  @Test
  void failsAtTheDeadlineAndForgets() {
    ask("a");

    calls.expire(DEADLINE);
    assertEquals(List.of(), results, "at the deadline it may still come");
    calls.expire(DEADLINE.plusMillis(1));
    calls.replied(reply("a", decided()));

    assertEquals(1, results.size(), "the late reply is ignored");
    assertInstanceOf(CallFailed.class, results.getFirst());
    assertEquals(0, calls.waiting(), "waiting");
  }

  @Test
  void ignoresRepliesForOthers() {
    ask("a");

    calls.replied(reply("x", decided()));
    calls.replied(new Reply("a", "CP", new SessionRef(0, 999, 1), decided()));
    calls.replied(new Reply("a", "CP", new SessionRef(1, 1000, 1), decided()));

    assertEquals(List.of(), results, "another call, another life, another node");
    assertEquals(1, calls.waiting(), "waiting");
  }

  @Test
  void aReplyComesOnce() {
    ask("a");
    calls.replied(reply("a", decided()));
    calls.replied(reply("a", new Result.Failed(ErrorCode.InternalError, "again")));
    assertEquals(List.of(Authorization.unknown("TAG")), results);
  }

  @Test
  void failsAsTheServiceSays() {
    ask("a");
    calls.replied(reply("a", new Result.Failed(ErrorCode.SecurityError, "no")));

    CallFailed failed = (CallFailed) results.getFirst();
    assertAll(
        () -> assertEquals(ErrorCode.SecurityError, failed.code()),
        () -> assertEquals("no", failed.getMessage()));
  }

  @Test
  void aReplyOfTheWrongKindIsAFailure() {
    ask("a");
    calls.replied(reply("a", new Result.Answered(Samples.started(1))));
    assertInstanceOf(CallFailed.class, results.getFirst());
    assertEquals(0, calls.waiting(), "waiting");
  }

  @Test
  void failsWhenTheBusDoesNotTakeTheCall() {
    sending = Uni.createFrom().failure(new Overloaded("bus full"));
    ask("a");
    assertInstanceOf(CallFailed.class, results.getFirst());
    assertEquals(0, calls.waiting(), "waiting");
  }

  @Test
  void isBounded() {
    ask("a");
    ask("b");
    ask("c");
    assertInstanceOf(Overloaded.class, results.getFirst(), "the third, at once");
    assertEquals(2, sent.size(), "sent");
    calls.replied(reply("a", decided()));
    ask("d");
    assertEquals(3, sent.size(), "there is room again");
  }

  @Test
  void aCallIdIsUsedOnceAtATime() {
    ask("a");
    ask("a");
    assertInstanceOf(IllegalStateException.class, results.getFirst(), "the second");
    calls.replied(reply("a", decided()));
    assertEquals(Authorization.unknown("TAG"), results.getLast(), "the first");
  }

  @Test
  void asksForTransactionsTheSameWay() {
    calls
        .transaction(Samples.transactionCall("t", "CP", Duration.ofSeconds(10)))
        .subscribe()
        .with(results::add, results::add);

    calls.replied(reply("t", new Result.Answered(Samples.started(7))));

    assertEquals(List.of(Samples.started(7)), results);
  }

  @Test
  void aCallNobodyWaitsForAnyMoreIsForgotten() {
    calls.authorization(call("a")).subscribe().with(results::add).cancel();
    assertEquals(0, calls.waiting(), "waiting");
  }
}
