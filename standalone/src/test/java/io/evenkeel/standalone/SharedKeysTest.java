package io.evenkeel.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * In one process the services' own configuration files are all read, and between two of them the
 * order of the class path would decide. So a key that two of them set must be set by the assembly.
 */
class SharedKeysTest {

  private static final String FILE = "application.properties";

  @Test
  void everyKeyThatTwoServicesSetIsSetByTheAssembly() throws IOException {
    // Given
    List<Properties> files = files();
    Properties own = new Properties();
    try (InputStream in = EvenKeel.class.getResourceAsStream("/" + FILE)) {
      own.load(in);
    }

    // When
    Map<String, Integer> setBy = new HashMap<>();
    files.forEach(
        file -> file.stringPropertyNames().forEach(key -> setBy.merge(key, 1, Integer::sum)));
    Set<String> ambiguous = new TreeSet<>();
    setBy.forEach(
        (key, count) -> {
          boolean testOnly = key.startsWith("%test.");
          if (count > 1 && !testOnly && !own.containsKey(key)) {
            ambiguous.add(key);
          }
        });

    // Then
    assertTrue(
        files.size() >= 5, "the four services' files and the assembly's are on the class path");
    assertEquals(Set.of(), ambiguous, "keys that two services set and standalone does not");
  }

  private static List<Properties> files() throws IOException {
    return Collections.list(SharedKeysTest.class.getClassLoader().getResources(FILE)).stream()
        .map(SharedKeysTest::load)
        .toList();
  }

  private static Properties load(URL file) {
    Properties properties = new Properties();
    try (InputStream in = file.openStream()) {
      properties.load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties;
  }
}
