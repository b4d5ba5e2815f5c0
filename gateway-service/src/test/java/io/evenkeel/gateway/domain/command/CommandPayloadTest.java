package io.evenkeel.gateway.domain.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.InvalidPayload;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration.KeyValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandPayloadTest {

  @ParameterizedTest
  @ValueSource(strings = {"AuthorizationKey", "authorizationkey", "WiFi.Password", "ClientSecret"})
  void secretsAreNotShown(String key) {
    var request = Secrets.masked(new ChangeConfiguration.Request(key, "4711"));
    var response =
        Secrets.masked(
            new GetConfiguration.Response(List.of(new KeyValue(key, false, "4711")), null));

    assertFalse(request.contains("4711"), request);
    assertFalse(response.contains("4711"), response);
    assertTrue(response.contains(key), "the key itself is shown");
  }

  @Test
  void otherValuesAreShown() {
    assertEquals(
        "{\"key\":\"HeartbeatInterval\",\"value\":\"300\"}",
        Secrets.masked(new ChangeConfiguration.Request("HeartbeatInterval", "300")));
  }

  @Test
  void usersInAddressesAreNotShown() throws InvalidPayload {
    var request =
        Codec.decodeRequest(
            Action.GetDiagnostics, "{\"location\":\"ftp://bob:hunter2@files.example/up\"}");

    assertEquals("{\"location\":\"ftp://***@files.example/up\"}", Secrets.masked(request));
  }

  @Test
  void aCentralSystemHasTwentySixCommands() {
    var commands =
        Arrays.stream(Action.values())
            .filter(action -> CommandRules.action(action.wire()).isPresent())
            .toList();

    assertEquals(26, commands.size(), "all but DataTransfer only a central system may call");
    assertTrue(CommandRules.action("Heartbeat").isEmpty());
    assertTrue(CommandRules.action("reset").isEmpty());
  }

  @Test
  void TC_059_aRemoteStartCarriesATxProfileWithoutATransaction() throws InvalidPayload {
    var profile =
        """
        {"idTag":"T","chargingProfile":{"chargingProfileId":1,%s"stackLevel":0,
         "chargingProfilePurpose":"%s","chargingProfileKind":"Relative",
         "chargingSchedule":{"chargingRateUnit":"A",
           "chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}}}""";
    var action = Action.RemoteStartTransaction;

    CommandRules.check(Codec.decodeRequest(action, profile.formatted("", "TxProfile")));
    var purpose = Codec.decodeRequest(action, profile.formatted("", "TxDefaultProfile"));
    var transaction =
        Codec.decodeRequest(action, profile.formatted("\"transactionId\":5,", "TxProfile"));

    assertEquals(
        "chargingProfile.chargingProfilePurpose",
        assertThrows(InvalidField.class, () -> CommandRules.check(purpose)).field());
    assertEquals(
        "chargingProfile.transactionId",
        assertThrows(InvalidField.class, () -> CommandRules.check(transaction)).field());
  }

  @Test
  void timeoutsAreBounded() {
    var usual = Duration.ofSeconds(30);
    var longest = Duration.ofSeconds(300);

    assertEquals(usual, CommandRules.timeout(null, usual, longest));
    assertEquals(Duration.ofSeconds(300), CommandRules.timeout(300, usual, longest));
    assertThrows(InvalidField.class, () -> CommandRules.timeout(301, usual, longest));
    assertThrows(InvalidField.class, () -> CommandRules.timeout(0, usual, longest));
  }

  @Test
  void manyKeysAreAskedForInParts() {
    var keys = List.of("a", "b", "c", "d", "e");

    var parts = ConfigurationParts.of(new GetConfiguration.Request(keys), 2);

    assertEquals(
        List.of(List.of("a", "b"), List.of("c", "d"), List.of("e")),
        parts.stream().map(GetConfiguration.Request::key).toList());
    assertEquals(1, ConfigurationParts.of(new GetConfiguration.Request(keys), 5).size());
    assertEquals(1, ConfigurationParts.of(new GetConfiguration.Request(keys), null).size());
    assertEquals(1, ConfigurationParts.of(new GetConfiguration.Request(null), 1).size());
  }

  @Test
  void answersToPartsAreOneAnswer() {
    var one = new GetConfiguration.Response(List.of(new KeyValue("a", true, "1")), List.of("b"));
    var two = new GetConfiguration.Response(List.of(new KeyValue("c", true, null)), null);

    var joined = ConfigurationParts.joined(List.of(one, two));

    assertEquals(
        new GetConfiguration.Response(
            List.of(new KeyValue("a", true, "1"), new KeyValue("c", true, null)), List.of("b")),
        joined);
  }
}
