package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.shape.Shape;

/** What identifies a certificate without showing it. OCPP 1.6 security whitepaper, edition 3. */
public record CertificateHashData(
    HashAlgorithm hashAlgorithm, String issuerNameHash, String issuerKeyHash, String serialNumber) {
  public static final Shape<CertificateHashData> SHAPE =
      Shape.of(
          required("hashAlgorithm", oneOf(HashAlgorithm.class), CertificateHashData::hashAlgorithm),
          required("issuerNameHash", text(128), CertificateHashData::issuerNameHash),
          required("issuerKeyHash", text(128), CertificateHashData::issuerKeyHash),
          required("serialNumber", text(40), CertificateHashData::serialNumber),
          CertificateHashData::new);

  public CertificateHashData {
    SHAPE.check(hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber);
  }
}
