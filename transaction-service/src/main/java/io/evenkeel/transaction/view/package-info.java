/** What is shown of connectors, transactions and meter values; names are those of the JSON. */
@NullMarked
package io.evenkeel.transaction.view;

import org.jspecify.annotations.NullMarked;
