/**
 * The indicators of a book: how much is lost and kept, how far customers got and how they use it, per touch and in all, each with
 * how much it rests on; and the chain from onboarding to renewal read as a whole. Fed with accounts one by one; reads no clock,
 * decides nothing, and knows no file.
 */
@NullMarked
package io.shirube.engine.portfolio.report;

import org.jspecify.annotations.NullMarked;
