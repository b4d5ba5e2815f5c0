package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** What an installed root certificate vouches for. OCPP 1.6 security whitepaper, edition 3. */
public enum CertificateUse implements Wire {
  CentralSystemRootCertificate,
  ManufacturerRootCertificate
}
