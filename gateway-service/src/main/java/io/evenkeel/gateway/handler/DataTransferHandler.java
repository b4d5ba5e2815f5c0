package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.DataTransfer;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hands vendors' own messages to whoever understands them; nobody does: UnknownVendorId. */
@Singleton
class DataTransferHandler implements CallHandler {

  private static final DataTransfer.Response UNKNOWN_VENDOR =
      new DataTransfer.Response(DataTransfer.Status.UnknownVendorId, null);

  private final Map<String, DataTransferVendor> vendors;

  @Inject
  DataTransferHandler(@All List<DataTransferVendor> vendors) {
    this.vendors =
        vendors.stream()
            .collect(
                Collectors.toUnmodifiableMap(DataTransferVendor::vendorId, Function.identity()));
  }

  @Override
  public Set<Action> actions() {
    return Set.of(Action.DataTransfer);
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    var request = (DataTransfer.Request) question.call().request();
    var vendor = vendors.get(request.vendorId());
    return vendor == null
        ? Uni.createFrom().item(UNKNOWN_VENDOR)
        : vendor.answer(caller, request).map(answer -> answer);
  }
}
