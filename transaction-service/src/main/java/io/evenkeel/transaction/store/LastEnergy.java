package io.evenkeel.transaction.store;

import java.time.Instant;

/** The last reading of the import register within a transaction, in mWh. */
record LastEnergy(Instant at, long milliWh) {}
