/**
 * Journeys: the packaged system, started as its users start it, seen only through sockets and REST.
 */
@NullMarked
package io.evenkeel.journeys;

import org.jspecify.annotations.NullMarked;
