package io.evenkeel.simulator;

import io.evenkeel.ocpp.type.CertificateHashData;
import io.evenkeel.ocpp.type.HashAlgorithm;

/** A root that belongs to nobody, and its hashes as OpenSSL's OCSP request says them. */
final class Certificates {
  static final String ROOT =
      """
      -----BEGIN CERTIFICATE-----
      MIIBcDCCARagAwIBAgIFEjRWeJAwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJVGVz
      dCBSb290MCAXDTI2MTEyMDIyMTA0N1oYDzIxMjYxMDI3MjIxMDQ3WjAUMRIwEAYD
      VQQDDAlUZXN0IFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQAp1lms+F0
      UfpScpHjd1HaUhPQZbnfM6gO7wac71ufTgy2qlVH3iWu++pXhXoh2vWYmER+TCd2
      M6E+yzM0zcFWo1MwUTAdBgNVHQ4EFgQUfAVWnz37lAJfDSY5wntCxgx7StkwHwYD
      VR0jBBgwFoAUfAVWnz37lAJfDSY5wntCxgx7StkwDwYDVR0TAQH/BAUwAwEB/zAK
      BggqhkjOPQQDAgNIADBFAiEA+TBR2uAYupYaVWTKMuR+QeA3CwrJmyrO5Xaqb/SK
      9QQCIHjENkHTJrcKNEgxVHDvRflRtYwjCmAhY7jYRVy0L8F0
      -----END CERTIFICATE-----
      """;

  static final CertificateHashData HASH =
      new CertificateHashData(
          HashAlgorithm.SHA256,
          "3636e1478f36ff26e555db8e379b80981318123edcf23867456c31008de457b1",
          "ca2f19928c16729566cbc7d66ae258c2391be47e498b629182100a694c09ae2f",
          "1234567890");

  private Certificates() {}
}
