/**
 * The bulk import's file: a header, then one idTag a line. A line is a record, whatever its quotes
 * say, so that a forgotten quote costs one line and never the rest of the file.
 */
@NullMarked
package io.evenkeel.auth.domain.csv;

import org.jspecify.annotations.NullMarked;
