package io.evenkeel.messaging.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.shape.Problem;
import io.evenkeel.ocpp.shape.Reading;
import io.evenkeel.ocpp.shape.Shape;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** OCPP payloads inside envelopes, written and read by the protocol library's own table. */
final class OcppModule extends SimpleModule {

  private static final String ACTION = "action";
  private static final String PAYLOAD = "payload";

  OcppModule() {
    super("ocpp");
    addSerializer(Request.class, new Writer<>(Action::of, Action::requestShape));
    addSerializer(Response.class, new Writer<>(Action::of, Action::responseShape));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new ByDirection());
  }

  /** A field may be of the sealed type or of one action's: both are read the same way. */
  private static final class ByDirection extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      if (type.isTypeOrSubTypeOf(Request.class)) {
        return new Reader<>(type.getRawClass().asSubclass(Request.class), Action::requestShape);
      }
      if (type.isTypeOrSubTypeOf(Response.class)) {
        return new Reader<>(type.getRawClass().asSubclass(Response.class), Action::responseShape);
      }
      return null;
    }
  }

  private static final class Writer<T> extends JsonSerializer<T> {

    private final Function<T, Action> actionOf;
    private final Function<Action, Shape<T>> shapeOf;

    Writer(Function<T, Action> actionOf, Function<Action, Shape<T>> shapeOf) {
      this.actionOf = actionOf;
      this.shapeOf = shapeOf;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider unused)
        throws IOException {
      Action action = actionOf.apply(value);
      out.writeStartObject();
      out.writeStringField(ACTION, action.wire());
      out.writeFieldName(PAYLOAD);
      shapeOf.apply(action).write(value, out);
      out.writeEndObject();
    }
  }

  private static final class Reader<S, T extends S> extends JsonDeserializer<T> {

    private final Class<T> type;
    private final Function<Action, Shape<S>> shapeOf;

    Reader(Class<T> type, Function<Action, Shape<S>> shapeOf) {
      this.type = type;
      this.shapeOf = shapeOf;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String wire = ACTION.equals(json.nextFieldName()) ? json.nextTextValue() : null;
      Action action = wire == null ? null : Action.of(wire).orElse(null);
      if (action == null || !PAYLOAD.equals(json.nextFieldName())) {
        throw JsonMappingException.from(json, "not {\"action\":…,\"payload\":…}");
      }
      json.nextToken();
      Reading reading = Reading.strict(json);
      S value = shapeOf.apply(action).readPayload(reading);
      if (!type.isInstance(value) || json.nextToken() != JsonToken.END_OBJECT) {
        Problem problem = reading.takeProblem();
        throw JsonMappingException.from(json, "no payload of " + action + ": " + problem);
      }
      return type.cast(value);
    }
  }
}
