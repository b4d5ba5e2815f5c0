package io.evenkeel.smartcharging.domain.safety;

/** A limit and the transaction it is for. */
public record TxLimit(int transactionId, int limit) {}
