package io.evenkeel.gateway.kit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A frame as a charge point sees it. */
public record Frame(JsonArray json) {

  static Frame of(String text) {
    return new Frame(new JsonArray(text));
  }

  public int type() {
    return json.getInteger(0);
  }

  public String id() {
    return json.getString(1);
  }

  /** Of a CALL. */
  public String action() {
    return json.getString(2);
  }

  /** Of a CALL or CALLRESULT. */
  public JsonObject payload() {
    return json.getJsonObject(type() == 2 ? 3 : 2);
  }

  /** Of a CALLERROR. */
  public String errorCode() {
    return json.getString(2);
  }

  public boolean isError() {
    return type() == 4;
  }
}
