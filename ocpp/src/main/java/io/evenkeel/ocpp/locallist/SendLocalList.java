package io.evenkeel.ocpp.locallist;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Many.list;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces or changes the local list. OCPP 1.6 section 5.15. */
public final class SendLocalList {
  private SendLocalList() {}

  public record Request(
      int listVersion,
      @Nullable List<AuthorizationData> localAuthorizationList,
      UpdateType updateType)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("listVersion", WHOLE, Request::listVersion),
            optional(
                "localAuthorizationList",
                list(AuthorizationData.SHAPE),
                Request::localAuthorizationList),
            required("updateType", oneOf(UpdateType.class), Request::updateType),
            Request::new);

    public Request {
      SHAPE.check(listVersion, localAuthorizationList, updateType);
      localAuthorizationList =
          localAuthorizationList == null ? null : List.copyOf(localAuthorizationList);
    }
  }

  public record Response(Status status) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("status", oneOf(Status.class), Response::status), Response::new);

    public Response {
      SHAPE.check(status);
    }
  }

  /**
   * An entry of the local list; one without idTagInfo removes the idTag in a differential update.
   */
  public record AuthorizationData(String idTag, @Nullable IdTagInfo idTagInfo) {
    public static final Shape<AuthorizationData> SHAPE =
        Shape.of(
            required("idTag", ID_TAG, AuthorizationData::idTag),
            optional("idTagInfo", IdTagInfo.SHAPE, AuthorizationData::idTagInfo),
            AuthorizationData::new);

    public AuthorizationData {
      SHAPE.check(idTag, idTagInfo);
    }
  }

  public enum UpdateType implements Wire {
    Differential,
    Full
  }

  public enum Status implements Wire {
    Accepted,
    Failed,
    NotSupported,
    VersionMismatch
  }
}
