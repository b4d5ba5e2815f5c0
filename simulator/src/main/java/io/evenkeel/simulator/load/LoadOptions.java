package io.evenkeel.simulator.load;

import io.evenkeel.simulator.wire.Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load run.
 *
 * @param chargePoints how many connections
 * @param concurrency how many sessions are under way at any time
 * @param threads event loops of the load generator
 * @param prefix of the charge points' ids
 * @param idTags how many different ones are used
 */
public record LoadOptions(
    URI url,
    int chargePoints,
    int concurrency,
    int threads,
    Duration warmup,
    Duration duration,
    String prefix,
    int idTags,
    @Nullable String password) {

  public LoadOptions {
    if (chargePoints < 1 || concurrency < 1 || threads < 1 || idTags < 1) {
      throw new IllegalArgumentException("at least one of everything");
    }
  }

  String id(int number) {
    return Names.chargePoint(prefix, number);
  }

  String idTag(int number) {
    return Names.idTag(prefix, number % idTags);
  }

  Endpoint endpoint(String id) {
    var secret = password == null ? null : password.getBytes(StandardCharsets.UTF_8);
    return new Endpoint(url, id, secret, List.of("ocpp1.6"), null);
  }
}
