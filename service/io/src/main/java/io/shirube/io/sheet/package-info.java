/**
 * Tables as files hold them: rows of cells from CSV and Excel workbooks, streamed, capped in size, rows and columns, and
 * workbooks written the same way. Knows nothing of accounts. Called by the readers of portfolios and by mappings.
 */
@NullMarked
package io.shirube.io.sheet;

import org.jspecify.annotations.NullMarked;
