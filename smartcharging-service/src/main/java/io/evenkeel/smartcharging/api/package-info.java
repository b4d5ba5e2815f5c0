/** Sites over REST. */
@NullMarked
package io.evenkeel.smartcharging.api;

import org.jspecify.annotations.NullMarked;
