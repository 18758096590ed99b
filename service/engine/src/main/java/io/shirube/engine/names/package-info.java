/**
 * Names that people write: which known one they probably meant. Knows no file format and no rule; called wherever a name
 * is looked up, by the front ends as by the readers of accounts and the command line.
 */
@NullMarked
package io.shirube.engine.names;

import org.jspecify.annotations.NullMarked;
