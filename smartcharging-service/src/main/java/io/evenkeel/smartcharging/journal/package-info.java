/** What happened at the sites lately, for those who watch. */
@NullMarked
package io.evenkeel.smartcharging.journal;

import org.jspecify.annotations.NullMarked;
