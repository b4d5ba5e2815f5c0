package io.evenkeel.smartcharging.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The worked example of the documentation is a sound site. */
class DocumentedSiteTest {

  @Test
  void theCarParkCanBePut() throws IOException {
    String text = Files.readString(Path.of("../docs/smart-charging.md"));
    int from = text.indexOf("```json", text.indexOf("**6. Put the site.**")) + "```json".length();

    SiteDefinition site =
        SiteReading.read("office", text.substring(from, text.indexOf("```", from)));

    assertEquals(8, site.connectors().size());
    assertEquals(2, site.nodes().getFirst().limit().entries().size());
  }
}
