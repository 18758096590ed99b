/** What tests of the service share: fake rules, a running service, files that tell a story. */
@NullMarked
package io.shirube.service.testing;

import org.jspecify.annotations.NullMarked;
