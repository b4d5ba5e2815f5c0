package io.evenkeel.gateway.domain.command;

import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration.KeyValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Payloads as JSON without what nobody may read: in logs, in the log of commands, in answers. */
public final class Secrets {

  static final String MASK = "***";

  private static final Pattern SECRET_KEY =
      Pattern.compile("authorizationkey|password|passwd|secret|passphrase|privatekey|apntoken");

  /** {@code user:password@} of a URL inside a JSON text. */
  private static final Pattern URL_USER = Pattern.compile("(://)[^/@\"\\s]+@");

  /** The part of an upload's address that lets in whoever knows it. */
  private static final Pattern UPLOAD_TOKEN = Pattern.compile("(/uploads/)[A-Za-z0-9_-]{43}");

  private Secrets() {}

  public static String masked(Request request) {
    var shown =
        request instanceof ChangeConfiguration.Request(var key, _) && isSecret(key)
            ? new ChangeConfiguration.Request(key, MASK)
            : request;
    return UPLOAD_TOKEN.matcher(withoutUrlUsers(Codec.encode(shown))).replaceAll("$1" + MASK);
  }

  public static String masked(Response response) {
    return Codec.encode(shown(response));
  }

  /** The answer as a client may see it. */
  public static Response shown(Response response) {
    return response instanceof GetConfiguration.Response(var keys, var unknown)
        ? new GetConfiguration.Response(shown(keys), unknown)
        : response;
  }

  private static @Nullable List<KeyValue> shown(@Nullable List<KeyValue> keys) {
    return keys == null
        ? null
        : keys.stream()
            .map(
                key ->
                    key.value() != null && isSecret(key.key())
                        ? new KeyValue(key.key(), key.readonly(), MASK)
                        : key)
            .toList();
  }

  private static boolean isSecret(String key) {
    return SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "")).find();
  }

  private static String withoutUrlUsers(String json) {
    return URL_USER.matcher(json).replaceAll("$1" + MASK + "@");
  }
}
