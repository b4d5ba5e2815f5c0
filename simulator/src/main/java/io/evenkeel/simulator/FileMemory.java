package io.evenkeel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.InvalidPayload;
import io.evenkeel.ocpp.Request;
import io.evenkeel.simulator.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * A file per charge point in a directory, replaced as a whole. It survives the end of the process,
 * however sudden; it is not made for thousands of charge points.
 */
public final class FileMemory implements Memory {
  private final Path directory;
  private final ObjectMapper json = new ObjectMapper();

  /** The directory is made when it is not there. */
  public FileMemory(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException notPossible) {
      throw new UncheckedIOException("cannot make the directory " + directory, notPossible);
    }
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public Optional<Content> load(String chargePoint) {
    var file = file(chargePoint);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(json.readTree(Files.readString(file))));
    } catch (IOException | InvalidPayload unreadable) {
      throw new IllegalStateException(
          "cannot read " + file + "; delete it to start without", unreadable);
    }
  }

  @Override
  public void save(String chargePoint, Content content) {
    var file = file(chargePoint);
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, json.writeValueAsString(written(content)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      throw new UncheckedIOException("cannot write " + file, notKept);
    }
  }

  private Path file(String chargePoint) {
    return directory.resolve(Endpoint.encoded(chargePoint) + ".json");
  }

  private ObjectNode written(Content content) throws IOException {
    var root = json.createObjectNode();
    var meters = root.putObject("meters");
    content.meters().forEach((connector, wh) -> meters.put(connector.toString(), wh));
    var transactions = root.putArray("transactions");
    for (var transaction : content.transactions()) {
      transactions
          .addObject()
          .put("connectorId", transaction.connectorId())
          .put("idTag", transaction.idTag())
          .put("start", transaction.start().toString())
          .put("meterStart", transaction.meterStart())
          .put("transactionId", transaction.transactionId())
          .put("running", transaction.running());
    }
    var waiting = root.putArray("waiting");
    for (var message : content.waiting()) {
      waiting
          .addObject()
          .put("transaction", message.transaction())
          .put("action", Action.of(message.request()).wire())
          .set("payload", json.readTree(Codec.encode(message.request())));
    }
    return root;
  }

  private static Content read(JsonNode root) throws InvalidPayload {
    var meters = new HashMap<Integer, Double>();
    for (var entry : root.path("meters").properties()) {
      meters.put(Integer.valueOf(entry.getKey()), entry.getValue().asDouble());
    }
    var transactions = new ArrayList<Transaction>();
    for (var node : root.path("transactions")) {
      transactions.add(
          new Transaction(
              node.path("connectorId").asInt(),
              node.path("idTag").asText(),
              Instant.parse(node.path("start").asText()),
              node.path("meterStart").asLong(),
              node.path("transactionId").isNull() ? null : node.path("transactionId").asInt(),
              node.path("running").asBoolean()));
    }
    List<Waiting> waiting = new ArrayList<>();
    for (var node : root.path("waiting")) {
      waiting.add(new Waiting(node.path("transaction").asInt(), request(node)));
    }
    return new Content(meters, transactions, waiting);
  }

  private static Request request(JsonNode node) throws InvalidPayload {
    var action = Action.of(node.path("action").asText()).orElseThrow();
    return Codec.decodeRequest(action, node.path("payload").toString());
  }
}
