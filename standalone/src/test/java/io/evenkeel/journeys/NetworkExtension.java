package io.evenkeel.journeys;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the journeys the one network of this run: started on first use, stopped after the last
 * test. {@code -Devenkeel.form=four-services} drives the cluster, otherwise it is the one process.
 */
final class NetworkExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Network.class || type == Api.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Network network =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Started.class, ignored -> Started.once(), Started.class)
            .orFail();
    return parameter.getParameter().getType() == Api.class ? Api.login(network) : network;
  }

  /** The network, or why there is none: a start that failed is not tried for every test. */
  private record Started(@Nullable Network network, @Nullable RuntimeException failure)
      implements AutoCloseable {

    static Started once() {
      try {
        return new Started(start(), null);
      } catch (RuntimeException e) {
        return new Started(null, e);
      }
    }

    Network orFail() {
      if (network == null) {
        throw new IllegalStateException("the network did not start", failure);
      }
      return network;
    }

    @Override
    public void close() {
      if (network != null) {
        network.close();
      }
    }
  }

  private static Network start() {
    return switch (System.getProperty("evenkeel.form", "one-process")) {
      case "one-process" -> OneProcess.start();
      case "four-services" -> FourServices.start();
      case String other -> throw new IllegalArgumentException("evenkeel.form: " + other);
    };
  }
}
