/**
 * Where an account stands: its current decision, the actions people work on, and all that changed. The use-cases over the
 * ports {@link io.shirube.service.standing.Ledger} and {@link io.shirube.service.standing.Queue}.
 */
@NullMarked
package io.shirube.service.standing;

import org.jspecify.annotations.NullMarked;
