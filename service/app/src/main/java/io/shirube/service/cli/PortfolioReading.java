package io.shirube.service.cli;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Vocabulary;
import io.shirube.io.EntrySource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SignalTypes;
import io.shirube.io.SnapshotReader;
import io.shirube.service.language.Language;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Hands on the accounts of a portfolio one by one, and names on standard error those that cannot be used. */
final class PortfolioReading {

    static final Option PORTFOLIO = Option.required(
            "--portfolio",
            "FILE",
            "顧客企業のファイル（.ndjson .json .csv .xlsx）",
            "file of accounts (.ndjson .json .csv .xlsx)");

    private static final int MOST_NAMED = 10;

    private final Console console;
    private final Language language;
    private long bad;

    PortfolioReading(Console console, Language language) {
        this.console = console;
        this.language = language;
    }

    /** Takes an account. */
    interface Taker {
        /** @throws InputException when it cannot be decided on */
        void take(AccountSnapshot snapshot) throws InputException;
    }

    /**
     * Reads a whole file.
     *
     * @return how many accounts could not be used
     */
    long read(Path file, ZoneId zone, Vocabulary vocabulary, Taker taker) throws IOException {
        pass(file, zone, vocabulary, taker);
        if (bad > MOST_NAMED) {
            String more = Long.toString(bad - MOST_NAMED);
            console.err().println(language.of(new Text("ほか " + more + " 件を除きました。", more + " more were left out.")));
        }
        return bad;
    }

    /** Reads a file a second time, and says nothing of what cannot be used, because that was said the first time. */
    void again(Path file, ZoneId zone, Vocabulary vocabulary, Taker taker) throws IOException {
        bad = Long.MAX_VALUE / 2;
        pass(file, zone, vocabulary, taker);
    }

    private void pass(Path file, ZoneId zone, Vocabulary vocabulary, Taker taker) throws IOException {
        PortfolioFormat format = PortfolioFormat.of(file.toString());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                EntrySource entries = format.open(in, new SnapshotReader(zone), SignalTypes.of(vocabulary), null)) {
            for (EntrySource.Entry entry = entries.next(); entry != null; entry = entries.next()) {
                Assembled read = entry.read();
                if (read.problems().isEmpty()) {
                    try {
                        taker.take(read.draft());
                    } catch (InputException e) {
                        refuse(entry.line(), e.problems());
                    }
                } else {
                    refuse(entry.line(), read.problems());
                }
            }
        }
    }

    private void refuse(long line, List<InputProblem> problems) {
        bad++;
        if (bad <= MOST_NAMED) {
            InputProblem first = problems.get(0);
            console.err()
                    .println(language.of(new Text(
                            line + " 行目を除きました: " + first.detail().ja(),
                            "line " + line + " is left out: " + first.detail().en())));
        }
    }
}
