/**
 * Who wrote what, with what was before and after. What stands here is read only: rows are written together with what they tell of,
 * by {@code db}.
 */
@NullMarked
package io.shirube.service.audit;

import org.jspecify.annotations.NullMarked;
