/** How work flows: lanes keep the order of a key, group commit lets writes travel together. */
@NullMarked
package io.evenkeel.messaging.flow;

import org.jspecify.annotations.NullMarked;
