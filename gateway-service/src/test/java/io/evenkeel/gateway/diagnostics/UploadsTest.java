package io.evenkeel.gateway.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics.Received;
import io.evenkeel.gateway.domain.diagnostics.UploadAddress;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ConfigWith;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Uploader;
import io.evenkeel.gateway.store.DiagnosticsStore;
import io.evenkeel.gateway.store.UploadStore;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a charge point, or somebody else, may do with an address: bounds, halves, leftovers. */
@QuarkusTest
class UploadsTest {

  private static final Path DIRECTORY = Path.of("target/test-files/diagnostics");
  private static final int MOST = 300_000;

  @Inject Fleet fleet;
  @Inject GatewayConfig config;
  @Inject DiagnosticsStore store;
  @Inject UploadStore uploads;
  @Inject DiagnosticsHousekeeping housekeeping;
  @Inject Shelf shelf;
  @Inject Vertx vertx;

  @TestHTTPResource("/")
  String api = "";

  private String id = "";

  @BeforeEach
  void name() {
    id = fleet.newId();
  }

  private static UploadAddress address() {
    var random = new byte[UploadAddress.RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return UploadAddress.of(random);
  }

  /** A request that was answered, and can be uploaded to until then. */
  private long open(UploadAddress address, Instant requestedAt, Instant until) {
    return Fleet.run(
        () ->
            store.add(
                id, UUID.randomUUID().toString(), "olga", requestedAt, address.hash(), until));
  }

  private long open(UploadAddress address) {
    return open(address, Instant.now(), Instant.now().plusSeconds(60));
  }

  private String stored(long n) {
    var file = Fleet.run(() -> store.get(id, n)).orElseThrow().file();
    return file == null ? "" : file.stored();
  }

  private static long files() throws IOException {
    if (!Files.isDirectory(DIRECTORY)) {
      return 0;
    }
    try (var files = Files.list(DIRECTORY)) {
      return files.count();
    }
  }

  @Test
  void aFileIsForItsOwnerAloneUnderANameOfOurOwn() throws IOException {
    var address = address();
    long n = open(address);

    assertEquals(201, Uploader.put(address.location(api) + "name.log", new byte[10]));

    var file = DIRECTORY.resolve(stored(n));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(file.toString().contains("name"));
  }

  @Test
  void oneThatIsTooLargeIs413AndLeavesNothing() throws IOException {
    var address = address();
    open(address);
    long before = files();
    var large = new byte[MOST + 1];
    var huge = new byte[MOST + 200_000];

    assertEquals(413, Uploader.put(address.location(api), large));
    assertEquals(413, Uploader.put(address.location(api), huge));
    assertEquals(413, Uploader.putInChunks(address.location(api), large));
    assertEquals(413, Uploader.form(address.location(api), "f", "x".repeat(MOST + 1)));

    assertEquals(before, files());
    assertEquals(201, Uploader.put(address.location(api), new byte[MOST]), "it may try again");
  }

  @Test
  void anEmptyOneIsNone() {
    var address = address();
    open(address);

    assertEquals(400, Uploader.put(address.location(api), new byte[0]));
    assertEquals(
        400,
        Uploader.send(
            address.location(api),
            "POST",
            "multipart/form-data; boundary=X",
            BodyPublishers.ofString(
                "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--X--\r\n")));

    assertEquals(201, Uploader.put(address.location(api), new byte[1]));
  }

  @Test
  void halfAnUploadIsRemovedAndMayBeRepeated() throws IOException {
    var address = address();
    long n = open(address);
    long before = files();

    Uploader.half(address.location(api), 200_000, new byte[100_000]);

    Await.until(
        "the next attempt is taken", () -> Uploader.put(address.location(api), new byte[7]) == 201);
    assertEquals(7, Files.size(DIRECTORY.resolve(stored(n))));
    assertEquals(before + 1, files());
  }

  @Test
  void anAddressEndsWithItsTime() {
    var address = address();
    open(address, Instant.now().minusSeconds(60), Instant.now().minusMillis(1));

    assertEquals(404, Uploader.put(address.location(api), new byte[1]));
  }

  @Test
  void onlyOneAttemptAtATimeUntilItsTimeIsOver() {
    var address = address();
    open(address);
    var now = Instant.now();
    var first = Fleet.run(() -> uploads.claim(address.hash(), "0-a", now, now.plusSeconds(10)));
    assertTrue(first.isPresent());

    assertEquals(404, Uploader.put(address.location(api), new byte[1]));

    var later = now.plusSeconds(10);
    assertTrue(
        Fleet.run(() -> uploads.claim(address.hash(), "0-b", later, later.plusSeconds(10)))
            .isPresent());
    assertFalse(
        Fleet.run(() -> uploads.received(first.get(), new Received("0-a", "a", 1, 0, later))),
        "the first one is too late");
  }

  @Test
  void whoTriesTooManyAddressesIsRefused() {
    var guess = address().location(api);
    var status = 0;
    for (int i = 0; i <= 60; i++) {
      status = Uploader.send(guess, "PUT", "text/plain", BodyPublishers.ofString("x"), "127.0.0.7");
    }

    assertEquals(429, status);
    assertEquals(404, Uploader.put(guess, new byte[1]), "others are not");
  }

  @Test
  void theDiskIsBounded() {
    var small = new Shelf(ConfigWith.changed(config, Map.of("diagnosticsTotalSize", 100L)), vertx);

    assertTrue(small.reserve(60));
    assertFalse(small.reserve(41));
    assertTrue(small.reserve(40));
  }

  @Test
  void filesThatBelongToNothingAndOldOnesAreRemoved() throws IOException {
    // Given
    var address = address();
    long kept = open(address);
    assertEquals(201, Uploader.put(address.location(api), new byte[3]));
    var half = Files.write(DIRECTORY.resolve("0-" + UUID.randomUUID()), new byte[5]);
    var foreign = Files.write(DIRECTORY.resolve("somebody-elses"), new byte[5]);
    var ancient = address();
    var longAgo = Instant.now().minus(Duration.ofDays(31));
    long old = open(ancient, longAgo, Instant.now().plusSeconds(60));
    assertEquals(201, Uploader.put(ancient.location(api), new byte[4]));
    var oldFile = DIRECTORY.resolve(stored(old));
    assertTrue(Files.exists(oldFile));

    // When
    Fleet.run(housekeeping::purge);

    // Then
    assertFalse(Files.exists(half));
    assertFalse(Files.exists(oldFile));
    assertTrue(Fleet.run(() -> store.get(id, old)).isEmpty());
    assertTrue(Files.exists(DIRECTORY.resolve(stored(kept))));
    assertTrue(Files.deleteIfExists(foreign), "what is not ours stays");
  }

  @Test
  void afterARestartAnAttemptOfTheLifeBeforeHoldsNothing() {
    var address = address();
    open(address);
    var now = Instant.now();
    Fleet.run(() -> uploads.claim(address.hash(), "0-before", now, now.plusSeconds(600)));

    Fleet.run(() -> uploads.releaseAll("0-"));

    assertEquals(201, Uploader.put(address.location(api), new byte[1]));
  }

  @Test
  void noPathLeadsOutOfTheDirectory() {
    for (var name :
        new String[] {"../x", "/etc/passwd", "0-../../../../../../../../../../../../x"}) {
      try {
        var found = Fleet.run(() -> shelf.find(name));
        throw new IllegalStateException("found " + found);
      } catch (AssertionError refused) {
        assertTrue(refused.getCause() instanceof IllegalArgumentException, name);
      }
    }
  }
}
