/** What is wrong with what somebody gave. */
@NullMarked
package io.evenkeel.gateway.domain.check;

import org.jspecify.annotations.NullMarked;
