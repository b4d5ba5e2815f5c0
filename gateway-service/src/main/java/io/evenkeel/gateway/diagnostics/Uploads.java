package io.evenkeel.gateway.diagnostics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics.Received;
import io.evenkeel.gateway.domain.diagnostics.FileName;
import io.evenkeel.gateway.domain.diagnostics.UploadAddress;
import io.evenkeel.gateway.store.UploadStore;
import io.evenkeel.gateway.store.UploadStore.Claim;
import io.evenkeel.messaging.NodeIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Where charge points upload: PUT or POST to the one-time address, the file as the body or in a
 * form. The address is the permission; it ends when a file is here whole. A route of its own,
 * before everything else, because it wants no token, and a body that nobody collects in memory.
 */
@ApplicationScoped
public class Uploads {

  private static final Logger LOG = Logger.getLogger(Uploads.class);
  private static final int WRONG_A_MINUTE = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Cache<String, AtomicInteger> wrong =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(Duration.ofMinutes(1))
          .executor(Runnable::run)
          .build();

  private final AtomicInteger running = new AtomicInteger();
  private final GatewayConfig config;
  private final UploadStore store;
  private final Shelf shelf;
  private final NodeIdentity self;
  private final Vertx vertx;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public Uploads(
      GatewayConfig config, UploadStore store, Shelf shelf, NodeIdentity self, Vertx vertx) {
    this.config = config;
    this.store = store;
    this.shelf = shelf;
    this.self = self;
    this.vertx = vertx;
  }

  void routes(@Observes Router router) {
    router
        .route(UploadAddress.PREFIX + "*")
        .order(Integer.MIN_VALUE)
        .handler(context -> on(context.request()));
  }

  private void on(HttpServerRequest request) {
    request.pause();
    var from = String.valueOf(request.remoteAddress().hostAddress());
    var tries = wrong.get(from, _ -> new AtomicInteger());
    if (tries.get() >= WRONG_A_MINUTE) {
      refuse(request, UploadRefused.tooManyWrong());
      return;
    }
    var address = UploadAddress.in(request.path());
    boolean uploads =
        HttpMethod.PUT.equals(request.method()) || HttpMethod.POST.equals(request.method());
    if (address.isEmpty() || !uploads) {
      tries.incrementAndGet();
      refuse(request, UploadRefused.noSuchAddress());
      return;
    }
    if (running.incrementAndGet() > config.diagnosticsUploads()) {
      running.decrementAndGet();
      refuse(request, UploadRefused.tooMany());
      return;
    }
    claim(address.get(), tries)
        .compose(claim -> take(request, claim))
        .onComplete(
            done -> {
              running.decrementAndGet();
              if (done.succeeded()) {
                request.response().setStatusCode(201).end();
              } else {
                refuse(request, done.cause());
              }
            });
  }

  private Future<Claim> claim(UploadAddress address, AtomicInteger tries) {
    var now = clock.instant();
    var attempt = self.ordinal() + "-" + UUID.randomUUID();
    return future(
            store.claim(address.hash(), attempt, now, now.plus(config.diagnosticsUploadTime())))
        .compose(
            claim -> {
              if (claim.isEmpty()) {
                tries.incrementAndGet();
                return Future.failedFuture(UploadRefused.noSuchAddress());
              }
              return Future.succeededFuture(claim.get());
            });
  }

  private Future<Void> take(HttpServerRequest request, Claim claim) {
    return receive(request, claim)
        .compose(taken -> keep(request, claim, taken))
        .onSuccess(_ -> LOG.infof("diagnostics received chargePoint=%s", claim.chargePoint()))
        .recover(
            cause -> {
              LOG.warnf(
                  "diagnostics not received chargePoint=%s cause=%s", claim.chargePoint(), cause);
              return future(shelf.delete(claim.attempt()))
                  .eventually(() -> future(store.released(claim)))
                  .transform(_ -> Future.failedFuture(cause));
            });
  }

  private Future<Intake.Taken> receive(HttpServerRequest request, Claim claim) {
    long most = config.diagnosticsFileSize();
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // a form is a little longer than its file; what it is will be seen
    if (length != null
        && length.length() < 19
        && Long.parseLong(length) > most + Intake.FORM_BYTES) {
      return Future.failedFuture(UploadRefused.tooLarge());
    }
    return shelf
        .create(claim.attempt())
        .compose(
            file -> {
              if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
              }
              return new Intake(request, file, most, shelf)
                  .take(vertx, config.diagnosticsUploadTime());
            });
  }

  private Future<Void> keep(HttpServerRequest request, Claim claim, Intake.Taken taken) {
    var name = FileName.first(taken.name(), UploadAddress.nameIn(request.path()));
    var file = new Received(claim.attempt(), name, taken.bytes(), self.ordinal(), clock.instant());
    return future(store.received(claim, file))
        .compose(
            wanted ->
                wanted
                    ? Future.succeededFuture()
                    : Future.failedFuture(UploadRefused.noSuchAddress()));
  }

  private void refuse(HttpServerRequest request, Throwable cause) {
    var response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    int status = cause instanceof UploadRefused refused ? refused.status() : 503;
    if (status == 503 || status == 429) {
      response.putHeader("Retry-After", "60");
    }
    response.setStatusCode(status).end();
    // who still sends may read the answer first; who goes on sending is cut off
    request.resume();
    vertx.setTimer(
        PATIENCE.toMillis(),
        _ -> {
          if (!request.isEnded()) {
            request.connection().close();
          }
        });
  }

  private static <T> Future<T> future(Uni<T> work) {
    return Future.fromCompletionStage(work.subscribeAsCompletionStage(), Vertx.currentContext());
  }
}
