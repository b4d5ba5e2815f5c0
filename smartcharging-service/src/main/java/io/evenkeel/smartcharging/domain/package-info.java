/** What the service reckons with, free of any framework. */
@NullMarked
package io.evenkeel.smartcharging.domain;

import org.jspecify.annotations.NullMarked;
