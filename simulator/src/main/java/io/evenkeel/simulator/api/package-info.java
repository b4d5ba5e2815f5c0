/** The central system's REST API, as far as setting up a simulation needs it. */
@NullMarked
package io.evenkeel.simulator.api;

import org.jspecify.annotations.NullMarked;
