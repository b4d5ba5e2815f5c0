package io.evenkeel.messaging;

/** Anything that travels on the bus. Messages with an equal key keep their order. */
public sealed interface BusMessage
    permits AuthEvent,
        AuthorizationCall,
        CapabilityLearned,
        ChargePointEvent,
        Command,
        CommandOutcome,
        ConnectionFact,
        RegistryEvent,
        Reply,
        TransactionCall,
        TransactionEvent {

  /** The charge point (or idTag, or node) whose order matters. */
  String key();
}
