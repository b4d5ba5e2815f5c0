package io.evenkeel.gateway.kit;

import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * auth-service at the other end of the bus: tags in memory, and the ways in which it can be away.
 */
@ApplicationScoped
public class AuthServiceDouble {

  /** How it behaves. */
  public enum Mood {
    WORKS,
    FAILS,
    SILENT,
    /** Looks the tag up at once and answers when it is let go. */
    HOLDS
  }

  private final Map<String, Authorization> tags = new ConcurrentHashMap<>();
  private final List<AuthorizationCall> calls = new CopyOnWriteArrayList<>();
  private final Replies replies;
  private final Publisher<AuthEvent> events;
  private volatile Mood mood = Mood.WORKS;
  private volatile CompletableFuture<@Nullable Void> held = new CompletableFuture<>();

  @Inject
  public AuthServiceDouble(Replies replies, Publisher<AuthEvent> events) {
    this.replies = replies;
    this.events = events;
  }

  @Incoming("test-authorization-calls-in")
  public Flow.Subscriber<Message<AuthorizationCall>> authorizationCalls() {
    return Lanes.reading(
        "test.authorization-calls", LaneLimits.DEFAULT, this::on, new NoDeadLetters());
  }

  private Uni<Void> on(AuthorizationCall call) {
    calls.add(call);
    var decided =
        tags.getOrDefault(
            call.idTag().toLowerCase(Locale.ROOT), Authorization.unknown(call.idTag()));
    return switch (mood) {
      case WORKS -> reply(call, new Result.Decided(decided));
      case FAILS -> reply(call, new Result.Failed(ErrorCode.InternalError, "auth is unwell"));
      case SILENT -> Uni.createFrom().voidItem();
      case HOLDS ->
          Uni.createFrom()
              .completionStage(held)
              .chain(() -> reply(call, new Result.Decided(decided)));
    };
  }

  private Uni<Void> reply(AuthorizationCall call, Result result) {
    return replies.reply(new Reply(call.callId(), call.chargePoint(), call.from(), result));
  }

  public void mood(Mood mood) {
    this.mood = mood;
  }

  /** Begins to hold answers back. */
  public void hold() {
    held = new CompletableFuture<>();
    mood = Mood.HOLDS;
  }

  /** Lets the answers go that were held back, and holds no more. */
  public void letGo() {
    mood = Mood.WORKS;
    held.complete(null);
  }

  public void tag(String idTag, AuthorizationStatus status) {
    tag(new Authorization(idTag, status, null, null, null));
  }

  public void tag(Authorization authorization) {
    tags.put(authorization.idTag().toLowerCase(Locale.ROOT), authorization);
  }

  public void tag(String idTag, AuthorizationStatus status, Instant expiry, String parent) {
    tag(new Authorization(idTag, status, expiry, parent, null));
  }

  /** Changes the tag and tells the gateway; returns when it knows. */
  public void change(String idTag, AuthorizationStatus status) {
    tag(idTag, status);
    events.publish(new AuthEvent.IdTagChanged(idTag)).await().atMost(Duration.ofSeconds(5));
  }

  public void allChanged() {
    events.publish(new AuthEvent.AllIdTagsChanged()).await().atMost(Duration.ofSeconds(5));
  }

  /** How often it was asked about the tag. */
  public long askedAbout(String idTag) {
    return calls.stream().filter(call -> call.idTag().equalsIgnoreCase(idTag)).count();
  }
}
