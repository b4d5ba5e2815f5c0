/** REST: transactions, meter values and connectors, to be read. */
@NullMarked
package io.evenkeel.transaction.api;

import org.jspecify.annotations.NullMarked;
