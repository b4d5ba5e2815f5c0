/** The device registry as the gateway works with it: cached, batched, checked. */
@NullMarked
package io.evenkeel.gateway.registry;

import org.jspecify.annotations.NullMarked;
