package io.evenkeel.transaction.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import io.evenkeel.ocpp.type.ValueFormat;
import io.evenkeel.transaction.domain.BaseUnit;
import io.evenkeel.transaction.domain.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a reading as the column {@code samples}: a JSON array of objects with short names,
 * in which what the charge point did not say is absent.
 *
 * <pre>
 * v text as sent   u unit   m measurand   p phase   c context   l location   f format
 * n number in the base unit, absent when it is the text    b base unit, absent when it is u
 * </pre>
 *
 * Written by hand: thousands are written per second, and their text is also what the digest of a
 * reading is made of.
 */
final class SamplesJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String[] MEASURANDS = fragments(",\"m\":\"", Measurand.values());
  private static final String[] PHASES = fragments(",\"p\":\"", Phase.values());
  private static final String[] CONTEXTS = fragments(",\"c\":\"", ReadingContext.values());
  private static final String[] LOCATIONS = fragments(",\"l\":\"", Location.values());
  private static final String[] FORMATS = fragments(",\"f\":\"", ValueFormat.values());
  private static final String[] UNITS = fragments(",\"u\":\"", Unit.values());

  private SamplesJson() {}

  private static String[] fragments(String start, Wire[] values) {
    String[] fragments = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      fragments[i] = start + values[i].wire() + '"';
    }
    return fragments;
  }

  static String write(List<Sample> samples) {
    StringBuilder out = new StringBuilder(2 + 80 * samples.size());
    out.append('[');
    for (int i = 0; i < samples.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(samples.get(i), out);
    }
    return out.append(']').toString();
  }

  private static void write(Sample sample, StringBuilder out) {
    SampledValue said = sample.said();
    out.append("{\"v\":\"");
    text(said.value(), out);
    out.append('"');
    fragment(UNITS, said.unit(), out);
    fragment(MEASURANDS, said.measurand(), out);
    fragment(PHASES, said.phase(), out);
    fragment(CONTEXTS, said.context(), out);
    fragment(LOCATIONS, said.location(), out);
    fragment(FORMATS, said.format(), out);
    BigDecimal number = sample.value();
    if (number != null) {
      String plain = number.toPlainString();
      if (!plain.equals(said.value())) {
        out.append(",\"n\":").append(plain);
      }
    }
    Unit unit = said.unit();
    if (sample.unit() != BaseUnit.None
        && !sample.unit().name().equals(unit == null ? null : unit.wire())) {
      out.append(",\"b\":\"").append(sample.unit().name()).append('"');
    }
    out.append('}');
  }

  private static void fragment(String[] fragments, @Nullable Enum<?> value, StringBuilder out) {
    if (value != null) {
      out.append(fragments[value.ordinal()]);
    }
  }

  private static void text(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c > '~') {
        JsonStringEncoder.getInstance().quoteAsString(StorableText.of(text), out);
        return;
      }
    }
    out.append(text);
  }

  static List<Sample> read(String json) {
    List<Sample> samples = new ArrayList<>();
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.START_OBJECT) {
        samples.add(Sample.of(said(in)));
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException("column samples: " + e.getMessage(), e);
    }
  }

  private static SampledValue said(JsonParser in) throws IOException {
    String value = "";
    Unit unit = null;
    Measurand measurand = null;
    Phase phase = null;
    ReadingContext context = null;
    Location location = null;
    ValueFormat format = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      String text = in.getText();
      switch (name) {
        case "v" -> value = text;
        case "u" -> unit = of(Unit.values(), text);
        case "m" -> measurand = of(Measurand.values(), text);
        case "p" -> phase = of(Phase.values(), text);
        case "c" -> context = of(ReadingContext.values(), text);
        case "l" -> location = of(Location.values(), text);
        case "f" -> format = of(ValueFormat.values(), text);
        default -> {} // n and b follow from the others
      }
    }
    return new SampledValue(value, context, format, measurand, phase, location, unit);
  }

  private static <E extends Enum<E> & Wire> @Nullable E of(E[] values, String wire) {
    for (E value : values) {
      if (value.wire().equals(wire)) {
        return value;
      }
    }
    return null;
  }
}
