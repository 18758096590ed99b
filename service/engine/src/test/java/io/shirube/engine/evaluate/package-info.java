/** Tests of the meaning of the rule model. */
@NullMarked
package io.shirube.engine.evaluate;

import org.jspecify.annotations.NullMarked;
