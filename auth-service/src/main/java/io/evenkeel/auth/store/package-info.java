/** Schema {@code auth}: what is kept and how it is asked. Entities do not leave this package. */
@NullMarked
package io.evenkeel.auth.store;

import org.jspecify.annotations.NullMarked;
