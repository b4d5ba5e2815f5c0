package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Who holds which charge point: the compacted channel that every process folds into a directory.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ConnectionFact.Held.class, name = "Held"),
  @JsonSubTypes.Type(value = ConnectionFact.Released.class, name = "Released"),
  @JsonSubTypes.Type(value = ConnectionFact.NodeStarted.class, name = "NodeStarted")
})
public sealed interface ConnectionFact extends BusMessage {

  /** {@code session} is now the charge point's socket. */
  record Held(String chargePoint, SessionRef session, Instant since) implements ConnectionFact {
    @Override
    public String key() {
      return chargePoint;
    }
  }

  /** {@code session} is gone; says nothing of a newer one. */
  record Released(String chargePoint, SessionRef session) implements ConnectionFact {
    @Override
    public String key() {
      return chargePoint;
    }
  }

  /** The node began a new life: what an earlier life said is void. */
  record NodeStarted(int node, long epoch) implements ConnectionFact {
    @Override
    public String key() {
      return "node:" + node;
    }
  }
}
