/** Reads the bus: hands messages to the stores in batches, tells what came of them, answers. */
@NullMarked
package io.evenkeel.transaction.inbox;

import org.jspecify.annotations.NullMarked;
