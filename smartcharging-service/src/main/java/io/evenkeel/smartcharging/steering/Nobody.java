package io.evenkeel.smartcharging.steering;

import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** For facts that nobody waits for: outcomes of what the actor itself has sent. */
final class Nobody implements UniEmitter<Void> {

  static final UniEmitter<Void> WAITS = new Nobody();

  private Nobody() {}

  @Override
  public void complete(@Nullable Void item) {}

  @Override
  public void fail(Throwable failure) {}

  @Override
  public UniEmitter<Void> onTermination(Runnable callback) {
    return this;
  }
}
