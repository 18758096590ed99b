/** What several tests of the engine share: generated rulesets and the shipped one. */
@NullMarked
package io.shirube.engine.testing;

import org.jspecify.annotations.NullMarked;
