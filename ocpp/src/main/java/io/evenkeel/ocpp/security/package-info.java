/** The security extension: certificates, signed firmware, logs and security events. */
@NullMarked
package io.evenkeel.ocpp.security;

import org.jspecify.annotations.NullMarked;
