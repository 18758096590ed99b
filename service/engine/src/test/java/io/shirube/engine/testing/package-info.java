/** What several tests of the engine share: generated rulesets. */
@NullMarked
package io.shirube.engine.testing;

import org.jspecify.annotations.NullMarked;
