/** auth-service: who may charge (idTags), and who may use the API (accounts). */
@NullMarked
package io.evenkeel.auth;

import org.jspecify.annotations.NullMarked;
