@NullMarked
package io.evenkeel.smartcharging.document;

import org.jspecify.annotations.NullMarked;
