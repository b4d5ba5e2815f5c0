package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.SessionRef;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Feeds {@link FoldedDirectory} from its channel. */
@ApplicationScoped
@IfBuildProperty(name = "evenkeel.messaging.commands", stringValue = "true", enableIfMissing = true)
public class DirectoryBean implements Directory {

  private static final int AHEAD = 1024;

  private final FoldedDirectory directory = new FoldedDirectory();

  @Override
  public Optional<SessionRef> sessionOf(String chargePoint) {
    return directory.sessionOf(chargePoint);
  }

  @Override
  public Map<String, SessionRef> connected() {
    return directory.connected();
  }

  @Incoming("connections-in")
  public Flow.Subscriber<Message<ConnectionFact>> facts() {
    return Listening.to(AHEAD, directory::fold);
  }
}
