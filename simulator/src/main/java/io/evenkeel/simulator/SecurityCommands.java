package io.evenkeel.simulator;

import io.evenkeel.ocpp.security.CertificateSigned;
import io.evenkeel.ocpp.security.DeleteCertificate;
import io.evenkeel.ocpp.security.GetInstalledCertificateIds;
import io.evenkeel.ocpp.security.InstallCertificate;
import io.evenkeel.ocpp.type.CertificateHashData;
import io.evenkeel.ocpp.type.CertificateUse;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The certificates that a charge point trusts (security extension). It never uses them. */
final class SecurityCommands {
  private final Map<CertificateUse, Map<CertificateHashData, String>> installed =
      new EnumMap<>(CertificateUse.class);
  private final Station station;

  SecurityCommands(Station station) {
    this.station = station;
  }

  Answer install(InstallCertificate.Request request) {
    var hash = CertificateHash.ofPem(request.certificate());
    if (hash.isEmpty()) {
      return Answer.give(new InstallCertificate.Response(InstallCertificate.Status.Rejected));
    }
    int room = station.configuration.whole("CertificateStoreMaxLength");
    if (installed.values().stream().mapToInt(Map::size).sum() >= room) {
      return Answer.give(new InstallCertificate.Response(InstallCertificate.Status.Failed));
    }
    installed
        .computeIfAbsent(request.certificateType(), use -> new LinkedHashMap<>())
        .put(hash.get(), request.certificate());
    return Answer.give(new InstallCertificate.Response(InstallCertificate.Status.Accepted));
  }

  Answer installed(GetInstalledCertificateIds.Request request) {
    var ids = List.copyOf(installed.getOrDefault(request.certificateType(), Map.of()).keySet());
    return Answer.give(
        ids.isEmpty()
            ? new GetInstalledCertificateIds.Response(
                null, GetInstalledCertificateIds.Status.NotFound)
            : new GetInstalledCertificateIds.Response(
                ids, GetInstalledCertificateIds.Status.Accepted));
  }

  Answer delete(DeleteCertificate.Request request) {
    boolean any = false;
    for (var store : installed.values()) {
      any |= store.remove(request.certificateHashData()) != null;
    }
    return Answer.give(
        new DeleteCertificate.Response(
            any ? DeleteCertificate.Status.Accepted : DeleteCertificate.Status.NotFound));
  }

  Answer signed(CertificateSigned.Request request) {
    boolean readable = CertificateHash.ofPem(request.certificateChain()).isPresent();
    return Answer.give(
        new CertificateSigned.Response(
            readable ? CertificateSigned.Status.Accepted : CertificateSigned.Status.Rejected));
  }
}
