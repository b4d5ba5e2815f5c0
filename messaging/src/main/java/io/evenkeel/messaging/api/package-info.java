/** What the services' APIs have in common. */
@NullMarked
package io.evenkeel.messaging.api;

import org.jspecify.annotations.NullMarked;
