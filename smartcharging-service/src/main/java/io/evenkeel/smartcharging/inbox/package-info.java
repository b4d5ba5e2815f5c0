/** What other services say, on its way to the sites. */
@NullMarked
package io.evenkeel.smartcharging.inbox;

import org.jspecify.annotations.NullMarked;
