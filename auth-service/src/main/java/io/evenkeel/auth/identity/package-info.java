/**
 * Local accounts and tokens: everything that Keycloak replaces when {@code
 * evenkeel.auth.local-identity} is false.
 */
@NullMarked
package io.evenkeel.auth.identity;

import org.jspecify.annotations.NullMarked;
