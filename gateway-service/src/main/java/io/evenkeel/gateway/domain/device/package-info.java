/** What is known of a charge point, and what is decided from it. No framework. */
@NullMarked
package io.evenkeel.gateway.domain.device;

import org.jspecify.annotations.NullMarked;
