package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kilowatt hour from the grid costs.
 *
 * @param currency ISO 4217
 * @param prices in the order of their times; each counts until the next, the last one on
 */
public record PricesDocument(String currency, List<PriceDocument> prices) {

  private static final int MOST = 2000;
  private static final double LARGEST = 10_000;

  /** From a moment on. */
  public record PriceDocument(Instant from, double pricePerKwh) {}

  static PricesDocument of(Prices prices) {
    return new PricesDocument(
        prices.currency(),
        prices.steps().stream()
            .map(step -> new PriceDocument(step.from(), step.pricePerKwh()))
            .toList());
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names all that is wrong
   */
  static Prices read(@Nullable String body) {
    List<Violation> violations = new ArrayList<>();
    JsonObject document =
        JsonObject.of("", Body.json(body), Set.of("currency", "prices"), violations);
    String currency = document.text("currency", 3);
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      document.note("currency", "must be three letters such as EUR (ISO 4217)");
    }
    List<Prices.Step> steps = steps(document, violations);
    if (!violations.isEmpty()) {
      throw Problems.badRequest("body", violations);
    }
    return new Prices(currency == null ? Prices.NONE.currency() : currency, steps);
  }

  /** The field {@code prices} of a document, which is required there. */
  static List<Prices.Step> steps(JsonObject document, List<Violation> violations) {
    List<Prices.Step> steps = new ArrayList<>();
    if (!document.has("prices") || document.list("prices").size() > MOST) {
      document.note("prices", "must be a list of " + MOST + " prices at most; [] for none");
    } else {
      document.each("prices", (path, one) -> steps.add(step(path, one, steps, violations)));
    }
    return steps;
  }

  private static Prices.Step step(
      String path, JsonNode said, List<Prices.Step> before, List<Violation> violations) {
    JsonObject price = JsonObject.of(path, said, Set.of("from", "pricePerKwh"), violations);
    Instant from = price.time("from");
    if (!price.has("from")) {
      price.note("from", "is required: from when on it counts, such as 2026-05-01T00:00:00Z");
    } else if (from != null && !before.isEmpty() && !from.isAfter(before.getLast().from())) {
      price.note("from", "must be later than that of the price before it");
    }
    BigDecimal perKwh = price.requiredNumber("pricePerKwh");
    if (Math.abs(perKwh.doubleValue()) > LARGEST) {
      price.note("pricePerKwh", "must be %.0f at most, not %s".formatted(LARGEST, perKwh));
    }
    return new Prices.Step(from == null ? Instant.EPOCH : from, perKwh.doubleValue());
  }
}
