/**
 * Foreign tables to a portfolio, by a mapping in YAML and no code: rename, convert, join, aggregate up to a day, derive.
 * Every cell that is dropped, guessed, normalised or refused is reported by its place. Called by the command line.
 */
@NullMarked
package io.shirube.io.map;

import org.jspecify.annotations.NullMarked;
