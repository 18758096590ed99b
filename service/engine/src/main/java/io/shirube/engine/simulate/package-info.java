/**
 * What other rules would do to many accounts, and which edits of a ruleset moved which account. Pure: callers bring the
 * accounts and write what comes out. It knows how rules are read and how an account is decided, and nothing of files.
 */
@NullMarked
package io.shirube.engine.simulate;

import org.jspecify.annotations.NullMarked;
