package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.smartcharging.domain.composite.Installed;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import java.util.List;
import java.util.Map;

/**
 * Profiles that others than this service set in the charge points of a site.
 *
 * @param chargePoints those that may hold any
 */
public record ProfilesDocument(List<ChargePoint> chargePoints) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * @param setByHand what it may still hold, each as in SetChargingProfile
   */
  public record ChargePoint(String chargePoint, List<JsonNode> setByHand) {}

  static ProfilesDocument of(Map<String, SetByHand> byHand) {
    return new ProfilesDocument(
        byHand.entrySet().stream()
            .map(
                entry ->
                    new ChargePoint(
                        entry.getKey(),
                        entry.getValue().held().stream().map(ProfilesDocument::json).toList()))
            .toList());
  }

  private static JsonNode json(Installed one) {
    try {
      return MAPPER.readTree(
          Codec.encode(new SetChargingProfile.Request(one.connectorId(), one.profile())));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What was written cannot be read", impossible);
    }
  }
}
