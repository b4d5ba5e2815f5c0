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
 * @param urls addresses of the central system; charge points are spread over them
 * @param chargePoints how many connections
 * @param concurrency how many sessions are under way at any time
 * @param threads event loops of the load generator
 * @param prefix of the charge points' ids
 * @param idTags how many different ones are used
 */
public record LoadOptions(
    List<URI> urls,
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
    urls = List.copyOf(urls);
  }

  String id(int number) {
    return Names.chargePoint(prefix, number);
  }

  String idTag(int number) {
    return Names.idTag(prefix, number % idTags);
  }

  Endpoint endpoint(int number) {
    var url = urls.get(number % urls.size());
    var secret = password == null ? null : password.getBytes(StandardCharsets.UTF_8);
    return new Endpoint(url, id(number), secret, List.of("ocpp1.6"), null);
  }
}
