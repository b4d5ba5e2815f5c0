package io.evenkeel.journeys;

import eu.chargetime.ocpp.feature.profile.ClientCoreEventHandler;
import eu.chargetime.ocpp.model.core.AvailabilityStatus;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityConfirmation;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityRequest;
import eu.chargetime.ocpp.model.core.ChangeConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.ChangeConfigurationRequest;
import eu.chargetime.ocpp.model.core.ClearCacheConfirmation;
import eu.chargetime.ocpp.model.core.ClearCacheRequest;
import eu.chargetime.ocpp.model.core.ClearCacheStatus;
import eu.chargetime.ocpp.model.core.ConfigurationStatus;
import eu.chargetime.ocpp.model.core.DataTransferConfirmation;
import eu.chargetime.ocpp.model.core.DataTransferRequest;
import eu.chargetime.ocpp.model.core.DataTransferStatus;
import eu.chargetime.ocpp.model.core.GetConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.GetConfigurationRequest;
import eu.chargetime.ocpp.model.core.KeyValueType;
import eu.chargetime.ocpp.model.core.RemoteStartStopStatus;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionRequest;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionRequest;
import eu.chargetime.ocpp.model.core.ResetConfirmation;
import eu.chargetime.ocpp.model.core.ResetRequest;
import eu.chargetime.ocpp.model.core.ResetStatus;
import eu.chargetime.ocpp.model.core.UnlockConnectorConfirmation;
import eu.chargetime.ocpp.model.core.UnlockConnectorRequest;
import eu.chargetime.ocpp.model.core.UnlockStatus;

/** Answers commands in the foreign library's own words. */
final class ForeignHandler implements ClientCoreEventHandler {

  @Override
  public ChangeAvailabilityConfirmation handleChangeAvailabilityRequest(
      ChangeAvailabilityRequest request) {
    return new ChangeAvailabilityConfirmation(AvailabilityStatus.Accepted);
  }

  @Override
  public GetConfigurationConfirmation handleGetConfigurationRequest(
      GetConfigurationRequest request) {
    GetConfigurationConfirmation answer = new GetConfigurationConfirmation();
    KeyValueType connectors = new KeyValueType("NumberOfConnectors", true);
    connectors.setValue("1");
    answer.setConfigurationKey(new KeyValueType[] {connectors});
    return answer;
  }

  @Override
  public ChangeConfigurationConfirmation handleChangeConfigurationRequest(
      ChangeConfigurationRequest request) {
    return new ChangeConfigurationConfirmation(ConfigurationStatus.Accepted);
  }

  @Override
  public ClearCacheConfirmation handleClearCacheRequest(ClearCacheRequest request) {
    return new ClearCacheConfirmation(ClearCacheStatus.Accepted);
  }

  @Override
  public DataTransferConfirmation handleDataTransferRequest(DataTransferRequest request) {
    return new DataTransferConfirmation(DataTransferStatus.Accepted);
  }

  @Override
  public RemoteStartTransactionConfirmation handleRemoteStartTransactionRequest(
      RemoteStartTransactionRequest request) {
    return new RemoteStartTransactionConfirmation(RemoteStartStopStatus.Accepted);
  }

  @Override
  public RemoteStopTransactionConfirmation handleRemoteStopTransactionRequest(
      RemoteStopTransactionRequest request) {
    return new RemoteStopTransactionConfirmation(RemoteStartStopStatus.Accepted);
  }

  @Override
  public ResetConfirmation handleResetRequest(ResetRequest request) {
    return new ResetConfirmation(ResetStatus.Accepted);
  }

  @Override
  public UnlockConnectorConfirmation handleUnlockConnectorRequest(UnlockConnectorRequest request) {
    return new UnlockConnectorConfirmation(UnlockStatus.Unlocked);
  }
}
