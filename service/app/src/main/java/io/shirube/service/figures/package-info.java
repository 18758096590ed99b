/** Figures over the whole book: how it is made up, and whether there are hours enough for what is to be done. */
@NullMarked
package io.shirube.service.figures;

import org.jspecify.annotations.NullMarked;
