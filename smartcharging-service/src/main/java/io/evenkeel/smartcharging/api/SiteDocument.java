package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site in the API, written as it was put: {@code nodes} and {@code connectors} as in {@code
 * load-tree-instance/1}, with the charge point behind each connector and what changes in the course
 * of a day.
 *
 * @param timeZone by whose clock daily limits and loads go, IANA
 * @param feedIn paid per kWh that is fed into the grid
 * @param demandChargePerKw on the highest import
 * @param defaultStay how long a car stays of which nothing is known, ISO 8601
 * @param horizon how far ahead is planned, ISO 8601
 * @param slot in steps of what length, ISO 8601
 * @param status where to see how it is
 */
public record SiteDocument(
    String id,
    int voltage,
    String timeZone,
    double feedIn,
    double demandChargePerKw,
    String defaultStay,
    long defaultEnergyWh,
    String horizon,
    String slot,
    List<NodeDocument> nodes,
    List<ConnectorDocument> connectors,
    String status) {

  /**
   * A node.
   *
   * @param limitA amperes on L1, L2, L3 all day, or
   * @param limits from times of the day on
   * @param baseA unmanaged load when no meter tells; three numbers or entries such as those of
   *     limits
   */
  public record NodeDocument(
      String id,
      @Nullable String parent,
      String kind,
      @Nullable List<BigDecimal> limitA,
      @Nullable List<FromDocument> limits,
      @Nullable List<?> baseA,
      @Nullable List<MeterDocument> meters,
      @Nullable BigDecimal maxImbalanceA) {}

  /**
   * Currents from some time on.
   *
   * @param slot 0 when they count all day
   * @param from a time of day, such as 22:00
   * @param a amperes on L1, L2, L3
   */
  public record FromDocument(@Nullable Integer slot, @Nullable String from, List<BigDecimal> a) {}

  /**
   * A meter.
   *
   * @param measures total (all that the node feeds) or unmanaged (what is not charging)
   * @param marginA added to what it says
   * @param staleAfter when it is older, baseA counts, ISO 8601
   */
  public record MeterDocument(String id, String measures, BigDecimal marginA, String staleAfter) {}

  /** A connector. */
  public record ConnectorDocument(
      String id,
      String chargePoint,
      int connectorId,
      String node,
      String rotation,
      int phases,
      BigDecimal maxA,
      double weight,
      int group,
      double servePriority,
      long guaranteedWh) {}

  static SiteDocument of(SiteDefinition site) {
    SiteTerms terms = site.terms();
    return new SiteDocument(
        site.id(),
        site.voltage(),
        terms.timeZone().equals(ZoneOffset.UTC) ? "UTC" : terms.timeZone().getId(),
        terms.feedInPerKwh(),
        terms.demandChargePerKw(),
        terms.defaultStay().toString(),
        terms.defaultEnergyWh(),
        terms.horizon().toString(),
        terms.slot().toString(),
        site.nodes().stream().map(SiteDocument::of).toList(),
        site.connectors().stream().map(SiteDocument::of).toList(),
        "/api/sites/" + site.id() + "/status");
  }

  private static NodeDocument of(Node node) {
    Integer imbalance = node.maxImbalance();
    return new NodeDocument(
        node.id(),
        node.parent(),
        node.kind(),
        isPlain(node.limit()) ? plain(node.limit()) : null,
        isPlain(node.limit()) ? null : entries(node.limit()),
        base(node.base()),
        node.meters().isEmpty() ? null : node.meters().stream().map(SiteDocument::of).toList(),
        imbalance == null ? null : Amperes.of(imbalance));
  }

  private static boolean isPlain(Daily daily) {
    return daily.form() == Daily.Form.AMPERES;
  }

  private static List<BigDecimal> plain(Daily daily) {
    return amperes(daily.entries().getFirst().amperes());
  }

  private static @Nullable List<?> base(Daily base) {
    if (base.equals(Daily.NOTHING)) {
      return null;
    }
    return isPlain(base) ? plain(base) : entries(base);
  }

  private static List<FromDocument> entries(Daily daily) {
    return daily.entries().stream()
        .map(
            from ->
                daily.form() == Daily.Form.SLOT && from.minute() == 0
                    ? new FromDocument(0, null, amperes(from.amperes()))
                    : new FromDocument(
                        null,
                        "%02d:%02d".formatted(from.minute() / 60, from.minute() % 60),
                        amperes(from.amperes())))
        .toList();
  }

  private static List<BigDecimal> amperes(PhaseLimits limits) {
    return Arrays.stream(Phase.values()).map(phase -> Amperes.of(limits.on(phase))).toList();
  }

  private static MeterDocument of(Meter meter) {
    return new MeterDocument(
        meter.id(),
        measures(meter.measures()),
        Amperes.of(meter.margin()),
        meter.staleAfter().toString());
  }

  static String measures(Meter.Measures measures) {
    return switch (measures) {
      case TOTAL -> "total";
      case UNMANAGED -> "unmanaged";
    };
  }

  private static ConnectorDocument of(Connector connector) {
    return new ConnectorDocument(
        connector.id(),
        connector.key().chargePoint(),
        connector.key().connectorId(),
        connector.node(),
        connector.rotation().name(),
        connector.phases(),
        Amperes.of(connector.maximum()),
        connector.terms().weight(),
        connector.terms().group(),
        connector.terms().servePriority(),
        connector.terms().guaranteedWh());
  }
}
