package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** The algorithm of a certificate's hashes. OCPP 1.6 security whitepaper, edition 3. */
public enum HashAlgorithm implements Wire {
  SHA256,
  SHA384,
  SHA512
}
