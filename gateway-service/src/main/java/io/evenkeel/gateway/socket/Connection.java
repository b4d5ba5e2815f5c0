package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.Answer;
import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.gateway.domain.connection.ConnectionState;
import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.domain.connection.Effect;
import io.evenkeel.gateway.domain.connection.Ending;
import io.evenkeel.gateway.domain.connection.Order;
import io.evenkeel.gateway.domain.connection.Standing;
import io.evenkeel.gateway.domain.connection.Step;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.handler.Caller;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.core.BootNotification;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A charge point's socket: feeds {@link ConnectionState} with what happens and does what it says.
 * All of it happens on the socket's event loop; the public methods may be called from anywhere.
 */
public final class Connection implements Caller {

  private static final Logger LOG = Logger.getLogger(Connection.class);

  private final GatewayNode node;
  private final Sweep sweep;
  private final Wire wire;
  private final ContextInternal context;
  private final String chargePoint;
  private final SessionRef session;
  private final Instant since;
  private final TextAssembler texts;
  private final Watch watch;

  private ConnectionState state;
  private @Nullable Queue<Effect> underWay;
  private long tickets;
  private int place = -1;
  private boolean draining;

  Connection(
      GatewayNode node,
      Sweep sweep,
      ServerWebSocket socket,
      ContextInternal context,
      String chargePoint,
      Standing standing) {
    this.node = node;
    this.sweep = sweep;
    this.wire = new Wire(socket, context);
    this.context = context;
    this.chargePoint = chargePoint;
    this.session = node.connections.nextSession();
    this.since = node.now();
    this.texts = new TextAssembler(node.config.messageLimit());
    this.watch = new Watch(since);
    this.state = ConnectionState.opened(standing);
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException when the socket has ended meanwhile
   */
  void open() {
    wire.open(this::came, this::stop);
    LOG.infof(
        "connected chargePoint=%s session=%d from=%s", chargePoint, session.number(), wire.peer());
  }

  @Override
  public String chargePoint() {
    return chargePoint;
  }

  @Override
  public SessionRef session() {
    return session;
  }

  /** When the socket was opened. */
  Instant since() {
    return since;
  }

  /** When the last frame came. Safe from any thread. */
  public Instant heardAt() {
    return watch.heardAt();
  }

  // ---- what happens

  private void came(WebSocketFrame frame) {
    watch.heard(node.clock.millis());
    if (!frame.isText() && !frame.isBinary() && !frame.isContinuation()) {
      return;
    }
    node.traffic.frameIn();
    switch (texts.take(frame)) {
      case TextAssembler.Assembled.Text(var text) -> message(text);
      case TextAssembler.Assembled.Nothing _ -> {}
      case TextAssembler.Assembled.NotUtf8 _ -> stop(DisconnectCause.NOT_UTF8);
      case TextAssembler.Assembled.TooBig _ -> stop(DisconnectCause.TOO_BIG);
    }
  }

  private void message(String text) {
    if (state.standing().closing() || text.isBlank()) {
      return;
    }
    var now = node.now();
    switch (Codec.decode(text, state::awaited, now)) {
      case Decoded.Call call -> {
        tolerated(call);
        apply(state.received(new Ask.Question(++tickets, now, call), node.limits, now));
      }
      case Decoded.BadCall call ->
          apply(state.received(new Ask.Blunder(++tickets, call), node.limits, now));
      case Decoded.CallResult(var id, _, var response, _) ->
          apply(state.replied(id, new Ending.Answered(response), now));
      case Decoded.CallError(var id, var code, var description, _) ->
          apply(state.replied(id, new Ending.Refused(code, description), now));
      case Decoded.BadResult(var id, _, var code, var description) ->
          apply(state.replied(id, new Ending.Refused(code.wire(), description), now));
      case Decoded.Unknown _ -> node.traffic.ignored(Effect.Reason.UNKNOWN_ANSWER);
      case Decoded.Unreadable(var reason) -> {
        node.traffic.unreadable();
        LOG.debugf("frame ignored chargePoint=%s reason=%s", chargePoint, reason);
      }
    }
  }

  private void tolerated(Decoded.Call call) {
    if (!call.remarks().isEmpty()) {
      node.traffic.tolerated();
      LOG.debugf(
          "tolerated chargePoint=%s action=%s remarks=%s",
          chargePoint, call.action(), call.remarks());
    }
  }

  /** Asks something of the charge point. */
  public void order(Order order) {
    onLoop(() -> apply(state.ordered(order, node.limits, node.now())));
  }

  /** The operator's word about the charge point is now this. */
  public void registered(Registration registration) {
    onLoop(() -> apply(state.registered(registration)));
  }

  /** Ends the socket. */
  public void stop(DisconnectCause cause) {
    onLoop(() -> apply(state.stopped(cause)));
  }

  /** Does this, on the event loop, if the charge point stands there then. */
  public void whenStanding(Class<? extends Standing> there, Runnable work) {
    onLoop(
        () -> {
          if (there.isInstance(state.standing())) {
            work.run();
          }
        });
  }

  /** Ends the socket as soon as nothing is under way on it. */
  void drain() {
    draining = true;
    stopWhenDrained();
  }

  private void stopWhenDrained() {
    if (draining && state.idle() && !state.standing().closing()) {
      stop(DisconnectCause.DRAINED);
    }
  }

  /** Time went by. */
  void tick(Instant now) {
    if (!state.idle()) {
      apply(state.elapsed(node.late(), node.limits, now));
    }
    switch (watch.tick(now.toEpochMilli(), node.config, !state.paused())) {
      case NOTHING -> {}
      case PING -> wire.ping();
      case SILENT -> stop(DisconnectCause.PEER_SILENT);
      case ANNOUNCE -> node.announcements.connected(this);
      case COMPARE -> {
        if (node.announcements.heldElsewhere(this)) {
          stop(DisconnectCause.SUPERSEDED);
        }
      }
    }
  }

  /** Everybody knows of this socket; or the attempt to tell them failed. */
  void announced(boolean done) {
    onLoop(() -> watch.announced(done, node.clock.millis()));
  }

  // ---- what is done

  /** At once on the event loop, else when it gets to it. */
  private void onLoop(Runnable work) {
    context.emit(work, Runnable::run);
  }

  /** Effects of a step that is taken while effects are being done come after these. */
  private void apply(Step step) {
    state = step.next();
    if (underWay != null) {
      underWay.addAll(step.effects());
      return;
    }
    if (step.effects().isEmpty()) {
      return;
    }
    var effects = new ArrayDeque<>(step.effects());
    underWay = effects;
    try {
      for (var effect = effects.poll(); effect != null; effect = effects.poll()) {
        perform(effect);
      }
    } finally {
      underWay = null;
    }
    stopWhenDrained();
  }

  private void perform(Effect effect) {
    try {
      switch (effect) {
        case Effect.Handle(var question) -> ask(question);
        case Effect.Reply(var ask, var answer) -> reply(ask, answer);
        case Effect.Ignored(var reason) -> node.traffic.ignored(reason);
        case Effect.Send(var order) -> send(order);
        case Effect.Ended(var order, var ending, var sentAt) ->
            order.recipient().ended(order, ending, sentAt, node.now());
        case Effect.Pause _ -> wire.pause();
        case Effect.Resume _ -> wire.resume();
        case Effect.Moved(var from, var to) ->
            LOG.debugf("standing chargePoint=%s from=%s to=%s", chargePoint, from, to);
        case Effect.Close(var cause) -> close(cause);
      }
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "socket ended by a fault chargePoint=%s", chargePoint);
      stop(DisconnectCause.FAULT);
    }
  }

  private void ask(Ask.Question question) {
    node.handlers
        .answer(this, question)
        .subscribe()
        .withSubscriber(
            new AnswerSubscriber(
                response -> answered(question, new Answer.Result(response)),
                failure ->
                    answered(
                        question, node.failure(this, question.call().action().wire(), failure))));
  }

  private void answered(Ask.Question question, Answer answer) {
    onLoop(() -> apply(state.answered(question, answer, node.limits, node.now())));
  }

  private void reply(Ask ask, Answer answer) {
    switch (answer) {
      case Answer.Result(var response) -> write(Codec.result(ask.messageId(), response));
      case Answer.Failure(var code, var description) ->
          write(Codec.error(ask.messageId(), code, description));
      case Answer.Silence _ -> {}
    }
    switch (ask) {
      case Ask.Question(_, var receivedAt, var call) ->
          node.traffic.called(call.action(), answer, Duration.between(receivedAt, node.now()));
      case Ask.Blunder(_, var call) -> {
        node.traffic.called(null, answer, Duration.ZERO);
        LOG.debugf(
            "malformed call chargePoint=%s action=%s code=%s description=%s",
            chargePoint, call.action(), call.code(), call.description());
      }
    }
    if (answer instanceof Answer.Result(BootNotification.Response boot)
        && boot.status() == BootNotification.Status.Accepted) {
      node.bootListener.accepted(this);
    }
  }

  private void send(Order order) {
    write(Codec.call(order.messageId(), order.request()));
    order.recipient().sent(order, node.now());
  }

  private void write(String text) {
    node.traffic.frameOut();
    wire.write(text);
  }

  private void close(DisconnectCause cause) {
    sweep.remove(this);
    node.left(this, cause);
    wire.close(cause);
  }

  int place() {
    return place;
  }

  void place(int place) {
    this.place = place;
  }
}
