package io.evenkeel.messaging.kafka;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes random records: of envelopes and of all that is in them. */
final class AnyRecord {

  private static final int ATTEMPTS = 200;

  private final Random random;

  AnyRecord(long seed) {
    this.random = new Random(seed);
  }

  /**
   * @throws IllegalStateException when no try was within the record's bounds
   */
  <T> T of(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    IllegalArgumentException refusal = new IllegalArgumentException("not tried");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Object[] values = Arrays.stream(components).map(this::value).toArray();
      try {
        return canonical(type, components).newInstance(values);
      } catch (InvocationTargetException refused) {
        if (!(refused.getCause() instanceof IllegalArgumentException bounds)) {
          throw new IllegalStateException(type + " of " + Arrays.toString(values), refused);
        }
        refusal = bounds;
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    throw new IllegalStateException("no " + type + " within bounds found", refusal);
  }

  private static <T> Constructor<T> canonical(Class<T> type, RecordComponent[] components)
      throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<T> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  private @Nullable Object value(RecordComponent component) {
    boolean uri = component.getName().toLowerCase(Locale.ROOT).endsWith("location");
    return uri && component.getType() == String.class
        ? "ftp://host/" + random.nextInt(100)
        : value(component.getAnnotatedType());
  }

  private @Nullable Object value(AnnotatedType annotated) {
    if (annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
      return null;
    }
    if (annotated instanceof AnnotatedParameterizedType list) {
      return collection(list);
    }
    return plain(annotated.getType());
  }

  private Object collection(AnnotatedParameterizedType type) {
    List<Object> elements = new ArrayList<>();
    int size = 1 + random.nextInt(2);
    for (int i = 0; i < size; i++) {
      elements.add(value(type.getAnnotatedActualTypeArguments()[0]));
    }
    boolean list = ((ParameterizedType) type.getType()).getRawType() == List.class;
    return list ? elements : new HashSet<>(elements);
  }

  private Object plain(Type type) {
    if (!(type instanceof Class<?> raw)) {
      throw new IllegalStateException("unknown " + type);
    }
    if (raw == Request.class) {
      return of(one(Action.values()).requestType());
    }
    if (raw == Response.class) {
      return of(one(Action.values()).responseType());
    }
    if (raw.isEnum()) {
      return one(raw.getEnumConstants());
    }
    if (raw.isRecord() && raw != Timestamp.class) {
      return of(raw);
    }
    if (raw.isSealed()) {
      return plain(one(raw.getPermittedSubclasses()));
    }
    return scalar(raw);
  }

  private Object scalar(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> text();
      case "int", "Integer" -> random.nextInt(100);
      case "long", "Long" -> random.nextLong(1L << 40);
      case "boolean", "Boolean" -> random.nextBoolean();
      case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(1000), 1);
      case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L);
      case "Timestamp" -> Timestamp.of(Instant.ofEpochMilli(random.nextLong(1L << 42)));
      default -> throw new IllegalStateException("unknown " + type);
    };
  }

  private String text() {
    String letters = "aZ09 \"\\/{}[]é€\uD83D\uDD0C\t.:-_";
    int[] points = letters.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private <E> E one(E[] all) {
    return all[random.nextInt(all.length)];
  }
}
