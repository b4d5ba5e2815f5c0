package io.evenkeel.auth.domain.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

  @Test
  void whatIsWrittenIsRead() {
    for (long seed = 1; seed <= 3000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      char delimiter = random.nextBoolean() ? ',' : ';';
      List<String> values = new ArrayList<>();
      int fields = random.nextInt(1, 8);
      for (int i = 0; i < fields; i++) {
        values.add(anyText(random));
      }
      String line = written(values, delimiter, random);
      assertEquals(
          new CsvLine.Fields(values), CsvLine.split(line, delimiter), "seed " + seed + ": " + line);
    }
  }

  @Test
  void blanksAroundAFieldAreNotPartOfIt() {
    assertEquals(
        new CsvLine.Fields(List.of("a", " b ", "c", "")),
        CsvLine.split(" a ,  \" b \"  ,c  , ", ','));
  }

  @Test
  void anEmptyLineIsOneEmptyField() {
    assertEquals(new CsvLine.Fields(List.of("")), CsvLine.split("", ','));
    assertEquals(new CsvLine.Fields(List.of("", "")), CsvLine.split(",", ','));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a,\"b", "a,\"b\"\"", "\"a\"b,c", "a\"b,c", "a,b\"", "\"a\" \"b\""})
  void quotesThatMakeNoSenseAreSaid(String line) {
    assertInstanceOf(CsvLine.Malformed.class, CsvLine.split(line, ','));
  }

  @Test
  void nothingMakesItThrowOrLoseAField() {
    for (long seed = 1; seed <= 20_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(12);
      for (int i = 0; i < length; i++) {
        line.append("a\",; \t".charAt(random.nextInt(6)));
      }
      CsvLine read = CsvLine.split(line.toString(), ',');
      if (read instanceof CsvLine.Fields(List<String> values) && line.indexOf("\"") < 0) {
        long commas = line.chars().filter(c -> c == ',').count();
        assertEquals(commas + 1, values.size(), "fields of " + line);
      }
    }
  }

  /** A field is quoted when it must be, and sometimes when it need not be. */
  private static String written(List<String> values, char delimiter, RandomGenerator random) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      boolean must =
          value.indexOf(delimiter) >= 0 || value.indexOf('"') >= 0 || !value.equals(value.strip());
      line.append(i == 0 ? "" : String.valueOf(delimiter));
      line.append(must || random.nextBoolean() ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
    return line.toString();
  }

  private static String anyText(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(10);
    for (int i = 0; i < length; i++) {
      text.append("ab Z9\",;'\u00e4\u2028\t€".charAt(random.nextInt(13)));
    }
    return text.toString();
  }
}
