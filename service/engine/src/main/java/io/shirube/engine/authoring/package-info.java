/**
 * From a rule folder to the rule model: reads every file, checks the whole and returns all findings at once. The front ends
 * live in the packages below; this one puts them together and is what the rest of the program calls.
 */
@NullMarked
package io.shirube.engine.authoring;

import org.jspecify.annotations.NullMarked;
