/** The messages of OCPP 1.6J and their framing. */
module io.evenkeel.ocpp {
  requires transitive com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports io.evenkeel.ocpp;
  exports io.evenkeel.ocpp.core;
  exports io.evenkeel.ocpp.firmware;
  exports io.evenkeel.ocpp.locallist;
  exports io.evenkeel.ocpp.reservation;
  exports io.evenkeel.ocpp.security;
  exports io.evenkeel.ocpp.shape;
  exports io.evenkeel.ocpp.smartcharging;
  exports io.evenkeel.ocpp.trigger;
  exports io.evenkeel.ocpp.type;
}
