/** Takes portfolios through a simulation, and writes what came out as JSON, CSV and Excel. The command line and the service call it. */
@NullMarked
package io.shirube.io.simulate;

import org.jspecify.annotations.NullMarked;
