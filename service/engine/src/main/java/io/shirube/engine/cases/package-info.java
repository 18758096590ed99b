/**
 * Cases that CS ops write beside their rules, {@code rules/cases/*.yml}: reading them with the place of every word,
 * deciding each, and saying what is not as expected and which rules no case has fired. How a decision comes about is
 * not known here.
 */
@NullMarked
package io.shirube.engine.cases;

import org.jspecify.annotations.NullMarked;
