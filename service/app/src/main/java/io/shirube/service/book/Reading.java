package io.shirube.service.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * One measurement of a signal.
 *
 * @param value number, truth value, text or list of texts; JSON null for "told to be unknown or not to have happened"
 */
public record Reading(String signal, LocalDate at, JsonNode value) {}
