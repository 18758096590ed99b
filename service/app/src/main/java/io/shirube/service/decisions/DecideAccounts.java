package io.shirube.service.decisions;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.io.DecisionWriter;
import io.shirube.io.EntryDecider;
import io.shirube.io.ErrorLine;
import io.shirube.io.Explain;
import io.shirube.io.NdjsonBatch;
import io.shirube.io.NdjsonSource;
import io.shirube.io.SnapshotReader;
import io.shirube.service.errors.InputProblems;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.http.BodyTooLargeException;
import io.shirube.service.http.RequestBody;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.rulesets.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Decides accounts by the active rules. Safe for use by many threads. */
public final class DecideAccounts {

    private final ActiveRules active;
    private final SnapshotReader reader;
    private final DecisionMetrics metrics;

    /** @param reader reads one account, up to the limit of a line */
    public DecideAccounts(ActiveRules active, SnapshotReader reader, DecisionMetrics metrics) {
        this.active = active;
        this.reader = reader;
        this.metrics = metrics;
    }

    /**
     * Fails early, before an answer has begun.
     *
     * @throws ProblemException when there are no rules yet
     */
    public void requireRules() {
        active.lease().close();
    }

    /**
     * Decides one account.
     *
     * @throws ProblemException when it cannot be read or decided on, or when there are no rules yet
     */
    public Decision decide(byte[] json, LocalDate asOf, Explain explain) {
        return decide(reader.read(json), asOf, explain);
    }

    /**
     * Decides one account.
     *
     * @throws ProblemException when it cannot be decided on, or when there are no rules yet
     */
    public Decision decide(Assembled entry, LocalDate asOf, Explain explain) {
        try (ActiveRules.Lease lease = active.lease()) {
            return decider(lease.rules(), asOf, explain).decide(entry);
        } catch (InputException e) {
            throw new ProblemException(InputProblems.of(e.problems()));
        }
    }

    /**
     * Decides accounts line by line, all by the same rules, and answers each before the next is read. What comes after
     * the most bytes allowed is not decided; a last error line says so.
     *
     * @throws IOException when a stream breaks
     */
    public void decide(InputStream in, OutputStream out, LocalDate asOf, Explain explain, Language language)
            throws IOException {
        try (ActiveRules.Lease lease = active.lease()) {
            LastLine source = new LastLine(new NdjsonSource(in, reader));
            NdjsonBatch batch = new NdjsonBatch(
                    decider(lease.rules(), asOf, explain),
                    new DecisionWriter(language.code(), explain),
                    language.code(),
                    1,
                    new FailureLog());
            try {
                batch.run(source, out, -1);
            } catch (BodyTooLargeException e) {
                InputProblem problem = new InputProblem(
                        InputCode.TOO_LARGE.name(),
                        "",
                        RequestBody.tooLarge(e.most()).detail());
                out.write(ErrorLine.of(source.line() + 1, List.of(problem), language.code()));
                out.write('\n');
            }
        }
    }

    private EntryDecider decider(Rules rules, LocalDate asOf, Explain explain) {
        return new EntryDecider() {
            @Override
            public Decision decide(AccountSnapshot snapshot) throws InputException {
                long started = System.nanoTime();
                Decision decision = rules.decide(snapshot, asOf, explain);
                metrics.decided(decision, System.nanoTime() - started);
                return decision;
            }

            @Override
            public Decision decide(Assembled entry) throws InputException {
                try {
                    return EntryDecider.super.decide(entry);
                } catch (InputException e) {
                    metrics.refused();
                    throw e;
                }
            }
        };
    }
}
