/**
 * A site of chargers in simulated time, for judging the service. It knows OCPP and physics, and
 * shares nothing with what it judges but the description of the site.
 */
@NullMarked
package io.evenkeel.smartcharging.world;

import org.jspecify.annotations.NullMarked;
