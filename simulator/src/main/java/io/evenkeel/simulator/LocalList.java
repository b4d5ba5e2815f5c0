package io.evenkeel.simulator;

import io.evenkeel.ocpp.locallist.SendLocalList;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The local authorization list (OCPP 1.6 section 3.5.2); idTags compare without regard to case. */
final class LocalList {
  private int version;
  private final TreeMap<String, IdTagInfo> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  int version() {
    return version;
  }

  @Nullable IdTagInfo find(String idTag) {
    return entries.get(idTag);
  }

  SendLocalList.Status take(SendLocalList.Request request, int longestUpdate) {
    var update =
        request.localAuthorizationList() == null
            ? List.<SendLocalList.AuthorizationData>of()
            : request.localAuthorizationList();
    if (update.size() > longestUpdate || request.listVersion() <= 0) {
      return SendLocalList.Status.Failed;
    }
    switch (request.updateType()) {
      case Full -> {
        if (update.stream().anyMatch(entry -> entry.idTagInfo() == null)) {
          return SendLocalList.Status.Failed;
        }
        entries.clear();
      }
      case Differential -> {
        if (request.listVersion() <= version) {
          return SendLocalList.Status.VersionMismatch;
        }
      }
    }
    for (var entry : update) {
      if (entry.idTagInfo() == null) {
        entries.remove(entry.idTag());
      } else {
        entries.put(entry.idTag(), entry.idTagInfo());
      }
    }
    version = request.listVersion();
    return SendLocalList.Status.Accepted;
  }
}
