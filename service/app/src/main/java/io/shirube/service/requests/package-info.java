/**
 * Writes that are carried out once, however often they are sent: the use-case that resources and bulk writes go through, over the
 * port {@link io.shirube.service.requests.AnswerStore}. Nothing here knows what is written.
 */
@NullMarked
package io.shirube.service.requests;

import org.jspecify.annotations.NullMarked;
