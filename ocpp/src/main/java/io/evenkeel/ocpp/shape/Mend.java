package io.evenkeel.ocpp.shape;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a property that is missing or cannot be read.
 *
 * @param missing whether it also stands in for a property that is not there
 * @param value the value, by the time of receipt; null leaves the property out
 * @param words how a remark calls it
 */
record Mend<T>(boolean missing, Function<Instant, @Nullable T> value, String words) {}
