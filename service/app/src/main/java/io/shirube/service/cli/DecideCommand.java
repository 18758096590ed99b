package io.shirube.service.cli;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Text;
import io.shirube.io.BatchListener;
import io.shirube.io.DecisionWriter;
import io.shirube.io.EntryDecider;
import io.shirube.io.EntrySource;
import io.shirube.io.Explain;
import io.shirube.io.NdjsonBatch;
import io.shirube.io.SignalTypes;
import io.shirube.io.SnapshotReader;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.Explanations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Decides one account or some, to standard output. */
final class DecideCommand implements Command {

    private static final Option INPUT = Option.required(
            "--input",
            "FILE|-",
            "顧客企業のファイル（.json .ndjson .csv .xlsx、- は標準入力）",
            "file of accounts (.json .ndjson .csv .xlsx; - is standard input)");

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public Text summary() {
        return new Text(
                "顧客企業を判定して JSON を標準出力に書きます（NDJSON なら1行ずつ）。",
                "Decides accounts and writes JSON to standard output, line by line for NDJSON.");
    }

    @Override
    public List<Option> options() {
        return List.of(
                RuleFolderArgument.RULES,
                INPUT,
                Option.EXPLAIN,
                WhatIfArgument.WHAT_IF,
                WhatIfArgument.FORMAT,
                Option.AS_OF);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Explain explain = arguments.explain();
        WhatIfArgument.requireSense(arguments);
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        String input = arguments.required(INPUT);
        Path rules = arguments.path(RuleFolderArgument.RULES);
        try (InputStream in = input.equals("-") ? console.in() : Files.newInputStream(Arguments.path(input));
                Ruleset ruleset = RuleFolderArgument.load(rules, console, language);
                EntrySource entries = AccountInput.open(
                        in,
                        input,
                        new SnapshotReader(clock.getZone()),
                        SignalTypes.of(ruleset.model().vocabulary()))) {
            if (arguments.has(WhatIfArgument.WHAT_IF)) {
                return WhatIfArgument.of(arguments, ruleset, language).answer(entries, asOf, console);
            }
            Decider decider = new Decider();
            EntryDecider decide =
                    account -> decider.decide(account, asOf, ruleset, RefereeMode.ALWAYS, Explanations.of(explain));
            DecisionWriter writer = new DecisionWriter(language.code(), explain);
            NdjsonBatch.Result result = new NdjsonBatch(decide, writer, language.code(), 1, BatchListener.NONE)
                    .run(entries, console.out(), -1);
            if (result.entries() == 0) {
                throw new CouldNotRunException("入力に顧客企業がありません。", "there is no account in the input.");
            }
            return result.errors() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }
}
