/** Long lists in parts. */
@NullMarked
package io.evenkeel.gateway.domain.paging;

import org.jspecify.annotations.NullMarked;
