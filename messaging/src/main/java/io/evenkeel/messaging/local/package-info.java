/** The bus of one process: a SmallRye connector that hands messages over in memory. */
@NullMarked
package io.evenkeel.messaging.local;

import org.jspecify.annotations.NullMarked;
