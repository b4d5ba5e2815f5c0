package io.evenkeel.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.GatewayConfig.UnknownChargePoints;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

  private static GatewayConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(GatewayConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(values)
        .build()
        .getConfigMapping(GatewayConfig.class);
  }

  @Test
  void defaultsAreSafe() {
    var config = config(Map.of());

    assertEquals("127.0.0.1", config.host());
    assertEquals(UnknownChargePoints.REFUSE, config.unknownChargePoints());
    assertEquals(1 << 20, config.messageLimit());
    assertEquals(Duration.ofSeconds(20), config.callDeadline());
  }

  @Test
  void anUnknownKeyIsAnError() {
    var failure =
        assertThrows(
            ConfigValidationException.class, () -> config(Map.of("evenkeel.gateway.prot", "9001")));

    assertTrue(failure.getMessage().contains("evenkeel.gateway.prot"), failure.getMessage());
  }

  @Test
  void theTableInTheReadmeIsComplete() throws IOException {
    // Given
    var documented = new TreeMap<String, String>();
    for (var line : Files.readAllLines(Path.of("README.md"))) {
      var cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].strip().startsWith("`") && !cells[2].contains("`evenk")) {
        var keys = cells[1].replace("`", "").split(",", -1);
        var defaults = cells[2].replace("`", "").split(",", -1);
        for (int i = 0; i < keys.length; i++) {
          documented.put(keys[i].strip(), defaults[Math.min(i, defaults.length - 1)].strip());
        }
      }
    }

    // Then
    var declared = new TreeMap<String, String>();
    for (var method : GatewayConfig.class.getDeclaredMethods()) {
      var value = method.getAnnotation(WithDefault.class);
      if (value != null) {
        declared.put(kebab(method.getName()), value.value());
      }
    }
    assertEquals(declared, documented);
  }

  private static String kebab(String name) {
    return String.join("-", Arrays.asList(name.split("(?=[A-Z])", -1))).toLowerCase(Locale.ROOT);
  }
}
