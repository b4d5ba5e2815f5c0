@NullMarked
package io.evenkeel.smartcharging.bench;

import org.jspecify.annotations.NullMarked;
