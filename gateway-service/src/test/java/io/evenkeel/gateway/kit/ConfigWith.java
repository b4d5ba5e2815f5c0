package io.evenkeel.gateway.kit;

import io.evenkeel.gateway.GatewayConfig;
import java.lang.reflect.Proxy;
import java.util.Map;

/** The application's configuration with some of it changed. */
public final class ConfigWith {

  private ConfigWith() {}

  public static GatewayConfig changed(GatewayConfig config, Map<String, Object> changes) {
    return (GatewayConfig)
        Proxy.newProxyInstance(
            ConfigWith.class.getClassLoader(),
            new Class<?>[] {GatewayConfig.class},
            (_, method, arguments) ->
                changes.containsKey(method.getName())
                    ? changes.get(method.getName())
                    : method.invoke(config, arguments));
  }
}
