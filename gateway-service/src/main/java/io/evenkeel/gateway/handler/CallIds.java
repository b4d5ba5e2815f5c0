package io.evenkeel.gateway.handler;

import io.evenkeel.messaging.NodeIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Names for calls on the bus: unique among all lives of all nodes. */
@Singleton
public class CallIds {

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  @Inject
  public CallIds(NodeIdentity self) {
    this.prefix = self.instance() + "-";
  }

  String next() {
    return prefix + count.incrementAndGet();
  }
}
