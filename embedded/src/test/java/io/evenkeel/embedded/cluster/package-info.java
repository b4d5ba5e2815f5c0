@NullMarked
package io.evenkeel.embedded.cluster;

import org.jspecify.annotations.NullMarked;
