/** The OCPP server: handshake, sockets, and the node's part in who holds which charge point. */
@NullMarked
package io.evenkeel.gateway.socket;

import org.jspecify.annotations.NullMarked;
