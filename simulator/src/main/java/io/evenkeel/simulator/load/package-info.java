/** As many messages, or as many idle connections, as a central system stands; and what it costs. */
@NullMarked
package io.evenkeel.simulator.load;

import org.jspecify.annotations.NullMarked;
