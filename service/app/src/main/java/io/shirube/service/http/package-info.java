/**
 * The edge: what every request and answer passes before and after a resource. How large a body may be, which encodings
 * are taken, which headers every answer carries.
 */
@NullMarked
package io.shirube.service.http;

import org.jspecify.annotations.NullMarked;
