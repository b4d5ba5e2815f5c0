/** What the tests play: a charge point, auth-service, transaction-service. */
@NullMarked
package io.evenkeel.gateway.kit;

import org.jspecify.annotations.NullMarked;
