/** What the service keeps in PostgreSQL, schema smartcharging. */
@NullMarked
package io.evenkeel.smartcharging.store;

import org.jspecify.annotations.NullMarked;
