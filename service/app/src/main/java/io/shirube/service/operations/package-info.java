/** What operators watch on the admin port: health, readiness and metrics. */
@NullMarked
package io.shirube.service.operations;

import org.jspecify.annotations.NullMarked;
