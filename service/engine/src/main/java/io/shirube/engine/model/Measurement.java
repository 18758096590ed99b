package io.shirube.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a signal.
 *
 * @param value a {@code Double}, {@code Boolean}, {@code String}, or for a set a {@code List} of {@code String}; null: told
 *     to be unknown
 * @param at the day it was measured, in the book's time zone; null when not told
 */
public record Measurement(@Nullable Object value, @Nullable LocalDate at) {}
