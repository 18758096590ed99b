/**
 * The description of the REST doors for programs: OpenAPI 3.1, written by hand in the YAML files beside these classes. A
 * test holds it against the resources and against real answers.
 */
@NullMarked
package io.shirube.service.openapi;

import org.jspecify.annotations.NullMarked;
