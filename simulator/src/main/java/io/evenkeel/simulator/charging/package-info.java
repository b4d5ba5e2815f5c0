/** What flows: cars, charger models, charging profiles and meters. Pure: no socket, no timer. */
@NullMarked
package io.evenkeel.simulator.charging;

import org.jspecify.annotations.NullMarked;
