package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.document.JsonText;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.live.LiveSession;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.WhatIf;
import io.evenkeel.smartcharging.domain.live.WhatIf.OtherLimit;
import io.evenkeel.smartcharging.domain.live.Wish;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be different: {@code {"limits": [{"node": "grid", "a": [40, 40, 40], "from":
 * "…Z", "until": "…Z"}], "cars": [{"connector": "CP1-1", "energyWh": 12000, "departure": "…Z",
 * "phases": 3, "maxA": 16}], "without": ["CP2-1"], "sessions": [{"connector": "CP3-1", "departure":
 * "…Z", "energyWh": 9000}], "prices": [{"from": "…Z", "pricePerKwh": 0.3}]}}. All of it may be left
 * out.
 */
final class WhatIfReading {

  private static final Set<String> FIELDS =
      Set.of("limits", "cars", "without", "sessions", "prices");
  private static final int LONGEST_ID = 255;
  private static final int MOST = 1000;
  private static final BigDecimal LARGEST_WH = BigDecimal.valueOf(10_000_000);
  private static final int PERIODS = 10;

  private final List<Violation> violations = new ArrayList<>();
  private final LiveSite site;

  private WhatIfReading(LiveSite site) {
    this.site = site;
  }

  /** The document, before it is known what it is about. */
  static JsonNode parse(@Nullable String body) {
    try {
      return JsonText.parse(body == null ? "" : body);
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest("body", "body", "is no JSON: " + JsonText.complaint(unreadable));
    }
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names all that is wrong
   */
  static WhatIf read(JsonNode body, LiveSite site) {
    WhatIfReading reading = new WhatIfReading(site);
    WhatIf whatIf = reading.read(body);
    if (!reading.violations.isEmpty()) {
      throw Problems.badRequest("body", reading.violations);
    }
    return whatIf;
  }

  private WhatIf read(JsonNode body) {
    JsonObject whatIf = JsonObject.of("", body, FIELDS, violations);
    List<OtherLimit> limits = new ArrayList<>();
    List<LiveSession> cars = new ArrayList<>();
    Set<Integer> without = new HashSet<>();
    for (String field : List.of("limits", "cars", "without", "sessions")) {
      if (whatIf.list(field).size() > MOST) {
        whatIf.note(field, "must have " + MOST + " entries at most");
        return new WhatIf(List.of(), List.of(), Set.of(), Map.of(), null);
      }
    }
    whatIf.each("limits", (path, each) -> limits.add(limit(path, each)));
    List<JsonNode> gone = whatIf.list("without");
    for (int i = 0; i < gone.size(); i++) {
      without.add(freed(whatIf, "without[" + i + "]", gone.get(i).asText()));
    }
    whatIf.each("cars", (path, each) -> cars.add(car(path, each, without)));
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < cars.size(); i++) {
      if (!taken.add(cars.get(i).connector())) {
        whatIf.note("cars[" + i + "].connector", "has a car already: one car a connector");
      }
    }
    Map<Integer, Wish> wishes = new HashMap<>();
    whatIf.each("sessions", (path, each) -> wish(path, each, wishes));
    Tariff tariff = whatIf.has("prices") ? tariff(whatIf) : null;
    return new WhatIf(limits, violations.isEmpty() ? cars : List.of(), without, wishes, tariff);
  }

  private OtherLimit limit(String path, JsonNode node) {
    JsonObject limit = JsonObject.of(path, node, Set.of("node", "a", "from", "until"), violations);
    double[] amperes = limit.numbers("a");
    if (amperes.length != 3) {
      limit.note("a", "must be three numbers, amperes on L1, L2, L3");
    }
    int[] tenths = new int[3];
    for (int i = 0; i < Math.min(3, amperes.length); i++) {
      if (amperes[i] < 0 || amperes[i] > 100_000) {
        limit.note("a[" + i + "]", "must be 0 to 100000 A");
      } else {
        tenths[i] = Amperes.floor(BigDecimal.valueOf(amperes[i]));
      }
    }
    Instant from = limit.time("from");
    Instant until = limit.time("until");
    if (from != null && until != null && !until.isAfter(from)) {
      limit.note("until", "must be later than from");
    } else if (until != null && !until.isAfter(site.at())) {
      limit.note("until", "must be in the future");
    }
    return new OtherLimit(
        node(limit),
        new PhaseLimits(tenths[0], tenths[1], tenths[2]),
        from == null ? Instant.MIN : from,
        until == null ? Instant.MAX : until);
  }

  private int node(JsonObject limit) {
    String id = limit.requiredText("node", LONGEST_ID);
    List<Node> nodes = site.tree().definition().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).id().equals(id)) {
        return i;
      }
    }
    limit.note("node", "is no node of this site: " + id);
    return 0;
  }

  private LiveSession car(String path, JsonNode node, Set<Integer> without) {
    JsonObject car =
        JsonObject.of(
            path, node, Set.of("connector", "energyWh", "departure", "phases", "maxA"), violations);
    String id = car.requiredText("connector", LONGEST_ID);
    int number = connector(car, "connector", id);
    if (isKnown(number, id) && !without.contains(number) && present(number).isPresent()) {
      car.note("connector", "has a car that is charging; name it in without as well to replace it");
    }
    Connector connector = site.tree().connector(number);
    int phases = car.whole("phases", connector.phases());
    if (phases < 1 || phases > 3) {
      car.note("phases", "must be 1, 2 or 3");
    }
    int maximum = Amperes.floor(car.amperes("maxA", Amperes.of(connector.maximum())));
    if (maximum < 0) {
      car.note("maxA", "must not be negative");
    }
    SiteTerms terms = site.tree().definition().terms();
    return new LiveSession(
        number,
        0,
        site.at(),
        phases,
        Amperes.LEAST,
        Math.min(maximum, connector.maximum()),
        0,
        null,
        PERIODS,
        0,
        new Wish(car.time("departure"), energy(car)),
        new LiveSession.Habit(site.at().plus(terms.defaultStay()), terms.defaultEnergyWh()));
  }

  /** What a driver whose car is there might say instead; what is left out stays as it is. */
  private void wish(String path, JsonNode node, Map<Integer, Wish> wishes) {
    JsonObject said =
        JsonObject.of(path, node, Set.of("connector", "departure", "energyWh"), violations);
    int number = connector(said, "connector", said.requiredText("connector", LONGEST_ID));
    Instant departure = said.time("departure");
    Double energy = energy(said);
    if (!said.has("departure") && energy == null) {
      said.note("departure", "is required, or energyWh");
    }
    if (departure != null && !departure.isAfter(site.at())) {
      said.note("departure", "must be in the future");
    }
    Optional<LiveSession> present = present(number);
    if (present.isEmpty()) {
      said.note("connector", "has no car that takes part in the plan; see cars");
      return;
    }
    Wish before = present.get().wish();
    Wish other =
        new Wish(
            departure == null ? before.departure() : departure,
            energy == null ? before.energyWh() : energy);
    if (wishes.put(number, other) != null) {
      said.note("connector", "is there twice");
    }
  }

  private Tariff tariff(JsonObject whatIf) {
    Prices prices = new Prices("EUR", PricesDocument.steps(whatIf, violations));
    Outlook outlook = site.outlook();
    return new Tariff(
        prices.of(outlook.start(), outlook.slot(), outlook.slots()),
        site.tariff().feedInPerKwh(),
        site.tariff().demandChargePerKw());
  }

  private static @Nullable Double energy(JsonObject car) {
    if (!car.has("energyWh")) {
      return null;
    }
    BigDecimal energy = car.number("energyWh", BigDecimal.ZERO);
    if (energy.signum() < 0 || energy.compareTo(LARGEST_WH) > 0) {
      car.note("energyWh", "must be 0 to " + LARGEST_WH);
    }
    return energy.doubleValue();
  }

  /** A connector whose car is to be gone. */
  private int freed(JsonObject owner, String field, String id) {
    int number = connector(owner, field, id);
    if (isKnown(number, id) && present(number).isEmpty()) {
      owner.note(field, "has no car that takes part in the plan: " + id);
    }
    return number;
  }

  private Optional<LiveSession> present(int connector) {
    return site.sessions().stream().filter(session -> session.connector() == connector).findFirst();
  }

  /** False where the number stands in for a connector that is none of this site. */
  private boolean isKnown(int number, String id) {
    return site.tree().connector(number).id().equals(id);
  }

  private int connector(JsonObject owner, String field, String id) {
    for (int i = 0; i < site.tree().connectors(); i++) {
      if (site.tree().connector(i).id().equals(id)) {
        return i;
      }
    }
    owner.note(field, "is no connector of this site: " + id);
    return 0;
  }
}
