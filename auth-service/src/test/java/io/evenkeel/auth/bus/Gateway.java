package io.evenkeel.auth.bus;

import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Plays a gateway node on the other end of the bus: asks about idTags, hears of changes. */
@ApplicationScoped
public class Gateway {

  private static final SessionRef SESSION = new SessionRef(0, 1, 1);

  private final Calls calls;
  private final List<AuthEvent> heard = new CopyOnWriteArrayList<>();
  private volatile Supplier<Uni<Void>> hearing = () -> Uni.createFrom().voidItem();

  Gateway(Calls calls) {
    this.calls = calls;
  }

  @Incoming("test-auth-events-in")
  public Flow.Subscriber<Message<AuthEvent>> authEvents() {
    return Lanes.reading("test.auth-events", LaneLimits.DEFAULT, this::hear, new Unexpected());
  }

  private Uni<Void> hear(AuthEvent event) {
    return hearing.get().invoke(() -> heard.add(event));
  }

  /** What was heard so far, in order. */
  public List<AuthEvent> heard() {
    return List.copyOf(heard);
  }

  public void forget() {
    heard.clear();
  }

  /** What happens before an event counts as heard. */
  public void hearingTakes(Supplier<Uni<Void>> hearing) {
    this.hearing = hearing;
  }

  public Uni<Authorization> ask(String chargePoint, String idTag) {
    return askUntil(chargePoint, idTag, Instant.now().plusSeconds(10));
  }

  public Uni<Authorization> askUntil(String chargePoint, String idTag, Instant deadline) {
    return calls.authorization(
        new AuthorizationCall(UUID.randomUUID().toString(), chargePoint, SESSION, deadline, idTag));
  }

  public Authorization decision(String idTag) {
    return ask("CP-1", idTag).await().atMost(Duration.ofSeconds(10));
  }

  private static final class Unexpected implements DeadLetters {
    @Override
    public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
      return Uni.createFrom()
          .failure(new AssertionError("The test cannot digest " + message, cause));
    }
  }
}
