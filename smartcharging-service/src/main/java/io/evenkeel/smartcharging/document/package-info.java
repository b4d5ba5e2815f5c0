/**
 * The documents {@code load-tree-instance/1} and {@code load-tree-solution/1}, read and written.
 */
@NullMarked
package io.evenkeel.smartcharging.document;

import org.jspecify.annotations.NullMarked;
