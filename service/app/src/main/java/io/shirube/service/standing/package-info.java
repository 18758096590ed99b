/**
 * Where an account stands: its current decision, the actions people work on, and all that changed. The use-cases over the
 * ports {@link io.shirube.service.standing.Ledger}, {@link io.shirube.service.standing.Queue}, {@link
 * io.shirube.service.standing.ChangeFeed}, {@link io.shirube.service.standing.RolloutStore} and {@link
 * io.shirube.service.standing.EvidenceSource}.
 */
@NullMarked
package io.shirube.service.standing;

import org.jspecify.annotations.NullMarked;
