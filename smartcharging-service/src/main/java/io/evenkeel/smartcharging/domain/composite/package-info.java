/**
 * What a charge point makes of the charging profiles it holds (OCPP 1.6 sections 3.13, 5.5, 5.7 and
 * 5.16), and whether its own word about that agrees.
 */
@NullMarked
package io.evenkeel.smartcharging.domain.composite;

import org.jspecify.annotations.NullMarked;
