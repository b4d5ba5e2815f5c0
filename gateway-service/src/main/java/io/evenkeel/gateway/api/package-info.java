/** REST: the registry of charge points and the commands to them. */
@NullMarked
package io.evenkeel.gateway.api;

import org.jspecify.annotations.NullMarked;
