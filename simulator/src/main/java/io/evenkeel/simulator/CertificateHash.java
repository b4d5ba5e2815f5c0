package io.evenkeel.simulator;

import io.evenkeel.ocpp.type.CertificateHashData;
import io.evenkeel.ocpp.type.HashAlgorithm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How certificates are named (RFC 6960 section 4.1.1), for roots, which issued themselves. */
final class CertificateHash {
  private CertificateHash() {}

  /** Empty when the text is no certificate. */
  static Optional<CertificateHashData> ofPem(String pem) {
    try {
      var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
      return Optional.of(
          new CertificateHashData(
              HashAlgorithm.SHA256,
              sha256(certificate.getIssuerX500Principal().getEncoded()),
              sha256(keyBits(certificate.getPublicKey().getEncoded())),
              certificate.getSerialNumber().toString(16)));
    } catch (CertificateException notOne) {
      return Optional.empty();
    }
  }

  /** The key without its algorithm: what follows tag, length and one byte of the bit string. */
  private static byte[] keyBits(byte[] subjectPublicKeyInfo) {
    int algorithm = contentOf(subjectPublicKeyInfo, 0);
    int bitString =
        contentOf(subjectPublicKeyInfo, algorithm) + length(subjectPublicKeyInfo, algorithm);
    return Arrays.copyOfRange(
        subjectPublicKeyInfo,
        contentOf(subjectPublicKeyInfo, bitString) + 1,
        subjectPublicKeyInfo.length);
  }

  private static int contentOf(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xff);
    }
    return length;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
