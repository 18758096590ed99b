package io.shirube.engine.decide;

import io.shirube.engine.model.Facts;

/** A snapshot once it is read: facts, the contract's current term, the measurements behind them, and what was odd. */
record FactsRead(Facts facts, RenewalTerms terms, Measured measured, Notices notices) {}
