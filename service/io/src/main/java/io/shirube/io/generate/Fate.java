package io.shirube.io.generate;

/** How a customer decided at the end of a term. */
enum Fate {
    RENEWED,
    CONTRACTED,
    EXPANDED,
    CHURNED
}
