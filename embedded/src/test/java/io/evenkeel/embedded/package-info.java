@NullMarked
package io.evenkeel.embedded;

import org.jspecify.annotations.NullMarked;
