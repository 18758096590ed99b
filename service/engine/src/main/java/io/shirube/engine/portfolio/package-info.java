/**
 * Findings over many accounts: what several customers say or suffer together, which no decision about one of them can tell.
 * Fed with snapshots, facts and decisions after they are made; never changes one.
 */
@NullMarked
package io.shirube.engine.portfolio;

import org.jspecify.annotations.NullMarked;
