package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.UnaryOperator;

/** A change of a site's description, with how it is stored and who waits for it. */
record Redefinition(UnaryOperator<SiteControl> change, Store store, UniEmitter<? super Void> done) {

  /** Stores a site that was described anew, with all that follows. */
  interface Store {
    Uni<Void> store(SiteControl before, SiteControl after);
  }
}
