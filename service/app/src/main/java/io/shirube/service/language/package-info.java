/** The two languages users read, and which one a request asks for. Depends on nothing else of the service. */
@NullMarked
package io.shirube.service.language;

import org.jspecify.annotations.NullMarked;
