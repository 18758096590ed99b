/** The description of the REST doors for programs: OpenAPI 3.1, made from the resources and the schemas beside them. */
@NullMarked
package io.shirube.service.openapi;

import org.jspecify.annotations.NullMarked;
