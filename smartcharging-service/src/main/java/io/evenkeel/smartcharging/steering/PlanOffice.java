package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.live.Foresight;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Tells people about sites' plans, also about such as might be. Everything fails with {@link
 * NotPlanning} in a process that does not plan; it is empty when there is no such site.
 */
@ApplicationScoped
public class PlanOffice {

  /** Questions that wait while one is being answered; more are refused. */
  private static final int QUEUE = 8;

  private final Leadership leadership;
  private final Sites sites;
  private final PlanDesk desk;
  private final Stays stays;
  private final SmartchargingClock clock;
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          Thread.ofPlatform().name("smartcharging-what-if").daemon().factory());

  PlanOffice(
      Leadership leadership, Sites sites, PlanDesk desk, Stays stays, SmartchargingClock clock) {
    this.leadership = leadership;
    this.sites = sites;
    this.desk = desk;
    this.stays = stays;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /**
   * A site's plan beside how the site is.
   *
   * @param start when the first slot of mayBeDrawn begins
   * @param mayBeDrawn per cell and slot, in tenths of an ampere
   * @param currency of the site's prices, ISO 4217
   */
  public record View(
      PlanState state, SiteStatus status, Instant start, int[][] mayBeDrawn, String currency) {}

  /**
   * The answer to a question.
   *
   * @param currency of the site's prices, ISO 4217
   */
  public record Answer(SitePlan plan, Duration took, String currency) {}

  private record Question(LiveSite site, String currency) {}

  public Uni<Optional<View>> view(String site) {
    leadership.term();
    return sites.ask(
        site,
        control -> {
          Instant now = clock.instant();
          return new View(
              desk.state(site).orElse(PlanState.NONE),
              control.status(now),
              control.outlook(now).start(),
              control.mayBeDrawn(now),
              currency(control));
        });
  }

  /**
   * What a plan would be if the site were another one. It takes a thread that may wait; it fails
   * with RejectedExecutionException when too many ask.
   */
  public Uni<Optional<Answer>> ask(String site, UnaryOperator<LiveSite> other) {
    leadership.term();
    return sites
        .site(site)
        .map(
            actor ->
                actor
                    .ask(control -> new Question(control.live(clock.instant()), currency(control)))
                    .map(
                        asked ->
                            new Question(other.apply(stays.with(asked.site())), asked.currency()))
                    .emitOn(worker)
                    .map(PlanOffice::answer)
                    .map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static String currency(SiteControl control) {
    return control.surroundings().prices().currency();
  }

  private static Answer answer(Question asked) {
    long begun = System.nanoTime();
    SitePlan plan = Foresight.ask(asked.site());
    return new Answer(plan, Duration.ofNanos(System.nanoTime() - begun), asked.currency());
  }
}
