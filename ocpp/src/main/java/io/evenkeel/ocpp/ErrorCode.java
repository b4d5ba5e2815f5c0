package io.evenkeel.ocpp;

import io.evenkeel.ocpp.shape.Wire;

/** The error codes of a CALLERROR, spelled as on the wire (OCPP-J 1.6 section 4.2.3). */
public enum ErrorCode implements Wire {
  /** The action is not known. */
  NotImplemented,
  /** The action is known, but not served in this direction or by this system. */
  NotSupported,
  /** The receiver could not do its work; the sender may repeat. */
  InternalError,
  /** The payload is incomplete. */
  ProtocolError,
  /** The sender may not do that, or not yet. */
  SecurityError,
  /** The frame or payload is not formed as it must be. */
  FormationViolation,
  /** A field's value is out of its bounds, or not one of the words allowed. */
  PropertyConstraintViolation,
  /** A field is missing, or there are too few of it. The specification spells it like this. */
  OccurenceConstraintViolation,
  /** A field is of another type. */
  TypeConstraintViolation,
  /** Anything else. */
  GenericError
}
