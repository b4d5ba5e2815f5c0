package io.evenkeel.smartcharging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.InvalidPayload;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.smartcharging.domain.composite.Installed;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Profiles of others as they are kept: the payloads of SetChargingProfile as a JSON array. */
final class SetByHandText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SetByHandText() {}

  static String write(SetByHand byHand) {
    return byHand.held().stream()
        .map(one -> new SetChargingProfile.Request(one.connectorId(), one.profile()))
        .map(Codec::encode)
        .collect(Collectors.joining(",", "[", "]"));
  }

  static SetByHand read(String text) {
    try {
      List<Installed> held = new ArrayList<>();
      for (JsonNode one : MAPPER.readTree(text)) {
        if (Codec.decodeRequest(Action.SetChargingProfile, one.toString())
            instanceof SetChargingProfile.Request(var connectorId, var profile)) {
          held.add(new Installed(connectorId, profile));
        }
      }
      return new SetByHand(held);
    } catch (JsonProcessingException | InvalidPayload unreadable) {
      throw new IllegalStateException("Cannot read what is stored: " + text, unreadable);
    }
  }
}
