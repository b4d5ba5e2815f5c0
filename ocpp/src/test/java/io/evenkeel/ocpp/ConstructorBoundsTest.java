package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.shape.Choice;
import io.evenkeel.ocpp.shape.Decimal;
import io.evenkeel.ocpp.shape.Field;
import io.evenkeel.ocpp.shape.Flag;
import io.evenkeel.ocpp.shape.Many;
import io.evenkeel.ocpp.shape.Moment;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Text;
import io.evenkeel.ocpp.shape.Type;
import io.evenkeel.ocpp.shape.UriText;
import io.evenkeel.ocpp.shape.Whole;
import io.evenkeel.ocpp.shape.WholeLong;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No record exists outside its bounds: every component of every record, made out of bounds in turn.
 */
class ConstructorBoundsTest {

  @TestFactory
  Stream<DynamicTest> aComponentOutOfBoundsIsRefusedByName() {
    Set<Class<?>> records = new LinkedHashSet<>();
    for (var action : Action.values()) {
      collect(action.requestType(), records);
      collect(action.responseType(), records);
    }
    return records.stream()
        .map(type -> DynamicTest.dynamicTest(type.getName(), () -> verify(type)));
  }

  private static void collect(Class<?> type, Set<Class<?>> records) {
    if (type.isRecord() && Shape.class.isAssignableFrom(shapeType(type)) && records.add(type)) {
      for (var component : type.getRecordComponents()) {
        if (component.getGenericType().getTypeName().startsWith("java.util.List<")) {
          var element = component.getGenericType().getTypeName().replaceAll(".*<|>", "");
          collect(named(element), records);
        } else {
          collect(component.getType(), records);
        }
      }
    }
  }

  private static Class<?> shapeType(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> field.getName().equals("SHAPE"))
        .findFirst()
        .<Class<?>>map(field -> field.getType())
        .orElse(Void.class);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void verify(Class<?> type) throws ReflectiveOperationException {
    var shape = (Shape<?>) type.getField("SHAPE").get(null);
    var components = type.getRecordComponents();
    assertEquals(
        Arrays.stream(components).map(RecordComponent::getName).toList(),
        shape.fields().stream().map(Field::name).toList(),
        "components in the order of the table");
    for (int i = 0; i < components.length; i++) {
      var field = shape.fields().get(i);
      for (var bad : outOfBounds(field, components[i].getType())) {
        var values = good(shape, components);
        values[i] = bad;
        var thrown =
            assertThrows(
                InvocationTargetException.class,
                () -> make(type, components, values),
                field.name() + " = " + bad);
        assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
        assertTrue(
            thrown.getCause().getMessage().startsWith(field.name() + ": "),
            thrown.getCause().getMessage());
      }
    }
  }

  private static Object make(Class<?> type, RecordComponent[] components, Object[] values)
      throws ReflectiveOperationException {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  /** Values within every bound; what is optional is left out. */
  private static Object[] good(Shape<?> shape, RecordComponent[] components)
      throws ReflectiveOperationException {
    var values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      var field = shape.fields().get(i);
      values[i] = field.required() ? good(field.type(), components[i].getType()) : null;
    }
    return values;
  }

  private static Object good(Type<?> type, Class<?> javaType) throws ReflectiveOperationException {
    return switch (type) {
      case Text text -> "x";
      case UriText uri -> "ftp://host/";
      case Whole whole -> 1;
      case WholeLong whole -> 1L;
      case Decimal decimal -> BigDecimal.ONE;
      case Flag flag -> true;
      case Moment moment -> Timestamp.parse("2026-03-01T10:00:00Z");
      case Choice<?> choice -> choice.constants().getFirst();
      case Many<?> many -> List.of();
      case Shape<?> nested -> {
        var components = javaType.getRecordComponents();
        yield make(javaType, components, good(nested, components));
      }
    };
  }

  private static List<Object> outOfBounds(Field<?, ?> field, Class<?> javaType) {
    var values = new ArrayList<Object>();
    if (field.required() && !javaType.isPrimitive()) {
      values.add(null);
    }
    switch (field.type()) {
      case Text text when text.longest() < Integer.MAX_VALUE ->
          values.add("x".repeat(text.longest() + 1));
      case UriText uri -> values.add("no scheme");
      case Many<?> many -> {
        values.add(Collections.singletonList(null));
        if (many.element() instanceof Text text) {
          values.add(List.of("x".repeat(text.longest() + 1)));
        }
        if (many.fewest() > 0) {
          values.add(List.of());
        }
      }
      case Decimal decimal -> {
        values.add(new BigDecimal("0.05"));
        values.add(new BigDecimal("1e999999999"));
      }
      default -> {}
    }
    return values;
  }

  @Test
  void aListIsCopied() {
    var keys = new ArrayList<>(List.of("A"));

    var request = new GetConfiguration.Request(keys);
    keys.add("B");

    assertEquals(new GetConfiguration.Request(List.of("A")), request);
  }

  @Test
  void equalLimitsMakeEqualPeriods() {
    assertEquals(
        new ChargingSchedulePeriod(0, new BigDecimal("16"), null),
        new ChargingSchedulePeriod(0, new BigDecimal("16.000"), null));
  }
}
