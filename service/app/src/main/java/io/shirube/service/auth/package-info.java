/**
 * Who may do what: API keys, the roles they have, the table of what a role may do, and how often a caller may ask. The port to
 * where keys are kept is {@link io.shirube.service.auth.KeyStore}. Called by the REST doors, the command line and the wiring;
 * knows none of them.
 */
@NullMarked
package io.shirube.service.auth;

import org.jspecify.annotations.NullMarked;
