/**
 * The referee: generates accounts around every constant of a ruleset, runs both executors on them, and shows the
 * smallest account on which they differ. Knows the rule model, neither executor.
 */
@NullMarked
package io.shirube.engine.referee;

import org.jspecify.annotations.NullMarked;
