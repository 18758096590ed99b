package io.shirube.service.rulesets;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.whatif.WhatIf;
import io.shirube.io.Explain;
import java.time.LocalDate;

/** One compiled ruleset, able to decide. Implementations are safe for use by many threads until closed. */
public interface Rules extends AutoCloseable {

    /** Returns {@code sha256:} and the hash of the files it was made of. */
    String revision();

    /**
     * Decides one account.
     *
     * @param explain how much of its reasons will be written; what will not be need not be found
     * @throws InputException when a known field has a value it cannot have
     */
    Decision decide(AccountSnapshot snapshot, LocalDate asOf, Explain explain) throws InputException;

    /**
     * Looks whether an account can be decided on.
     *
     * @throws InputException when a known field has a value it cannot have
     */
    void check(AccountSnapshot snapshot, LocalDate asOf) throws InputException;

    /** Returns what answers what would change a decision by these rules; usable until they are closed. */
    WhatIf whatIf();

    /** Frees what the rules hold; nobody may decide with them afterwards. */
    @Override
    void close();
}
