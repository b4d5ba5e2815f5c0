/** REST: {@code /api/id-tags}, {@code /api/accounts}, {@code /api/login}. */
@NullMarked
package io.evenkeel.auth.api;

import org.jspecify.annotations.NullMarked;
