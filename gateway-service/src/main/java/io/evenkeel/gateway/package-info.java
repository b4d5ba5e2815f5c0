/** Charge points as devices: their sockets, identity, boot, commands and the registry of them. */
@NullMarked
package io.evenkeel.gateway;

import org.jspecify.annotations.NullMarked;
