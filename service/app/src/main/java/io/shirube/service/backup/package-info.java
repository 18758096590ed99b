/**
 * The file a backup is: a zip whose first entry says what must follow, byte by byte. Knows nothing of databases; called by {@code
 * db}, which knows when files may be copied and where they go.
 */
@NullMarked
package io.shirube.service.backup;

import org.jspecify.annotations.NullMarked;
