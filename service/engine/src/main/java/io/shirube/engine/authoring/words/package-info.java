/**
 * What every front end needs to read people's files and to talk about them: encodings, full-width letters, numbers with
 * Japanese units, the nearest known word, findings. Knows no file format and nothing of the rule model but its findings.
 */
@NullMarked
package io.shirube.engine.authoring.words;

import org.jspecify.annotations.NullMarked;
