/**
 * The engine: what an account's decision is, and why.
 *
 * <p>Everything below this package computes from what it is given: no clock, no randomness, no network, no file that the
 * caller did not hand over. The same ruleset, snapshot, as-of date and program version give the same decision. HTTP,
 * JSON and databases may not appear here. Drools appears only in {@code internal.drools}. Called by the readers and
 * writers ({@code io.shirube.io}) and by the service ({@code io.shirube.service}).
 */
@NullMarked
package io.shirube.engine;

import org.jspecify.annotations.NullMarked;
