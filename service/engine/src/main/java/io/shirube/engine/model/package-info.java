/** Facts about one account and the decision about it. Plain values; depends on nothing else of the engine. */
@NullMarked
package io.shirube.engine.model;

import org.jspecify.annotations.NullMarked;
