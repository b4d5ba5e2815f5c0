package io.evenkeel.simulator;

import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.simulator.ConfigurationKey.Access;
import io.evenkeel.simulator.charging.ChargerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configuration keys of one charge point; names compare without regard to case. */
final class Configuration {
  private static final TreeMap<String, ConfigurationKey> FACTORY = factory();

  /** What differs from the factory; most charge points of a fleet share the rest. */
  private final TreeMap<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Configuration(ChargerModel model, Map<String, String> chosen) {
    own.put("NumberOfConnectors", Integer.toString(model.connectors()));
    own.put("ChargingScheduleMaxPeriods", Integer.toString(model.advertisedPeriods()));
    own.putAll(model.configuration());
    own.putAll(chosen);
  }

  private static TreeMap<String, ConfigurationKey> factory() {
    var keys = new TreeMap<String, ConfigurationKey>(String.CASE_INSENSITIVE_ORDER);
    ConfigurationKey.FACTORY.forEach(key -> keys.put(key.name(), key));
    return keys;
  }

  @Nullable String value(String name) {
    var changed = own.get(name);
    if (changed != null) {
      return changed;
    }
    var key = FACTORY.get(name);
    return key == null ? null : key.initial();
  }

  String text(String name) {
    return Objects.requireNonNull(value(name), name);
  }

  int whole(String name) {
    return Integer.parseInt(text(name));
  }

  boolean yes(String name) {
    return Boolean.parseBoolean(text(name));
  }

  GetConfiguration.Response show(GetConfiguration.Request request) {
    var wanted = request.key();
    var known = new ArrayList<GetConfiguration.KeyValue>();
    var unknown = new ArrayList<String>();
    int most = whole("GetConfigurationMaxKeys");
    for (var name : wanted == null || wanted.isEmpty() ? names() : wanted) {
      var key = FACTORY.get(name);
      var value = value(name);
      if (value == null || (key != null && key.access() == Access.WriteOnly)) {
        unknown.add(name);
      } else if (known.size() < most) {
        boolean readOnly = key == null || key.access() == Access.ReadOnly;
        known.add(new GetConfiguration.KeyValue(key == null ? name : key.name(), readOnly, value));
      }
    }
    return new GetConfiguration.Response(known, unknown.isEmpty() ? null : unknown);
  }

  private List<String> names() {
    var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    own.keySet().forEach(name -> all.put(name, name));
    FACTORY.values().stream()
        .filter(key -> key.access() != Access.WriteOnly)
        .forEach(key -> all.put(key.name(), key.name()));
    return List.copyOf(all.values());
  }

  ChangeConfiguration.Status change(String name, String value) {
    var key = FACTORY.get(name);
    if (key == null) {
      return value(name) == null
          ? ChangeConfiguration.Status.NotSupported
          : ChangeConfiguration.Status.Rejected;
    }
    if (key.access() == Access.ReadOnly || !key.accepts(value)) {
      return ChangeConfiguration.Status.Rejected;
    }
    if (key.access() != Access.WriteOnly) {
      own.put(key.name(), value);
    }
    return key.access() == Access.ReadWriteReboot
        ? ChangeConfiguration.Status.RebootRequired
        : ChangeConfiguration.Status.Accepted;
  }
}
