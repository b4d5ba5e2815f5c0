package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.domain.device.Lesson;
import io.evenkeel.gateway.registry.RegistryChanges;
import io.evenkeel.gateway.store.ClaimsJson;
import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Keeps what smart charging learned of charge points, and has everybody told what follows. */
@ApplicationScoped
public class LessonReader {

  private static final Logger LOG = Logger.getLogger(LessonReader.class);
  private static final LaneLimits LIMITS = LaneLimits.of(16, 1024);

  private final RegistryChanges changes;
  private final GatewayDeadLetters deadLetters;

  @Inject
  public LessonReader(RegistryChanges changes, GatewayDeadLetters deadLetters) {
    this.changes = changes;
    this.deadLetters = deadLetters;
  }

  @Incoming("gateway-learned-capabilities-in")
  public Flow.Subscriber<Message<CapabilityLearned>> lessons() {
    return Lanes.reading("gateway.learned-capabilities", LIMITS, this::on, deadLetters);
  }

  private Uni<Void> on(CapabilityLearned told) {
    LOG.infof(
        "learned chargePoint=%s %s=%s because=%s",
        told.chargePoint(), told.field(), told.value(), told.because());
    return Uni.createFrom()
        .item(() -> ClaimsJson.claim(told.field(), told.value()))
        .chain(
            claim ->
                changes.learn(
                    told.chargePoint(),
                    told.field(),
                    new Lesson(claim, told.because(), told.at())));
  }
}
