package io.shirube.service.cli;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.whatif.Goal;
import io.shirube.engine.whatif.Goals;
import io.shirube.engine.whatif.WhatIf;
import io.shirube.engine.whatif.WhatIfAnswer;
import io.shirube.engine.whatif.WhatIfRequest;
import io.shirube.io.EntrySource;
import io.shirube.io.ErrorLine;
import io.shirube.io.WhatIfWriter;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code --what-if} asks, and the answer for every account. Used by one thread. */
final class WhatIfArgument {

    static final Option WHAT_IF = Option.optional(
            "--what-if",
            "GOAL|NAME=VALUE|any",
            "判定の代わりに、何が変わればこうなるかを答えます。touch=HIGH、band!=RED、action=UPSELL_PROMPT（いくつでも）、"
                    + "nps=40 のように値を変えた結果、any はすべての隣の結果",
            "says what would change it instead: touch=HIGH, band!=RED, action=UPSELL_PROMPT (as often as wanted), "
                    + "what nps=40 would come to, or any: every neighbouring outcome");

    static final Option FORMAT = Option.optional(
            "--format", "text|json", "--what-if の出力の形（既定: text）", "shape of what --what-if says (default: text)");

    private static final String ANY = "any";

    private final WhatIf whatIf;
    private final List<Goal> goals;
    private final Map<String, @Nullable Object> changes;
    private final boolean json;
    private final Language language;

    private WhatIfArgument(
            WhatIf whatIf, List<Goal> goals, Map<String, @Nullable Object> changes, boolean json, Language language) {
        this.whatIf = whatIf;
        this.goals = goals;
        this.changes = changes;
        this.json = json;
        this.language = language;
    }

    /** @throws CouldNotRunException when options are given that mean nothing together */
    static void requireSense(Arguments arguments) throws CouldNotRunException {
        if (arguments.has(FORMAT) && !arguments.has(WHAT_IF)) {
            throw new CouldNotRunException(
                    "--format は --what-if と一緒に使います。判定はいつも JSON です。",
                    "--format goes with --what-if. A decision is always JSON.");
        }
        if (arguments.has(Option.EXPLAIN) && arguments.has(WHAT_IF)) {
            throw new CouldNotRunException(
                    "--explain と --what-if は一緒に使えません。どちらかを外してください。",
                    "--explain and --what-if do not go together. Leave one out.");
        }
    }

    /** @throws CouldNotRunException when the option asks for something that the rules do not have */
    static WhatIfArgument of(Arguments arguments, Ruleset ruleset, Language language) throws CouldNotRunException {
        WhatIf whatIf = new WhatIf(ruleset);
        List<Goal> goals = new ArrayList<>();
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        try {
            for (String asked : arguments.values(WHAT_IF)) {
                int equals = asked.indexOf('=');
                if (Goals.isGoal(asked)) {
                    goals.add(whatIf.goals().read(asked, WHAT_IF.name()));
                } else if (equals > 0) {
                    String name = asked.substring(0, equals).strip();
                    changes.put(name, whatIf.proposals().typed(name, asked.substring(equals + 1)));
                } else if (!asked.equals(ANY)) {
                    throw new CouldNotRunException(
                            "--what-if " + asked
                                    + " は読めません。touch=HIGH、band!=RED、action=UPSELL_PROMPT、nps=40、any のどれかの形で書いてください。",
                            "--what-if " + asked
                                    + " cannot be read. Write it like touch=HIGH, band!=RED, action=UPSELL_PROMPT, nps=40 or any.");
                }
            }
            whatIf.proposals().requireKnown(changes.keySet());
        } catch (InputException e) {
            Text first = e.problems().get(0).detail();
            throw new CouldNotRunException(WHAT_IF.name() + ": " + first.ja(), WHAT_IF.name() + ": " + first.en());
        }
        return new WhatIfArgument(whatIf, goals, changes, arguments.json(FORMAT), language);
    }

    /** Answers for every account in turn. */
    int answer(EntrySource entries, LocalDate asOf, Console console) throws IOException, CouldNotRunException {
        long all = 0;
        long errors = 0;
        for (EntrySource.Entry entry = entries.next(); entry != null; entry = entries.next()) {
            all++;
            try {
                say(answer(entry.read(), asOf), console);
            } catch (InputException e) {
                errors++;
                refuse(entry.line(), e.problems(), console);
            }
        }
        if (all == 0) {
            throw new CouldNotRunException("入力に顧客企業がありません。", "there is no account in the input.");
        }
        return errors == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private WhatIfAnswer answer(Assembled read, LocalDate asOf) throws InputException {
        if (!read.problems().isEmpty()) {
            throw new InputException(read.problems());
        }
        return whatIf.answer(new WhatIfRequest(read.draft(), asOf, goals, changes, WhatIfRequest.USUAL_MOST));
    }

    private void say(WhatIfAnswer answer, Console console) {
        if (json) {
            byte[] bytes = new WhatIfWriter(language.code()).toBytes(answer);
            console.out().println(new String(bytes, StandardCharsets.UTF_8));
        } else {
            new WhatIfText(language).lines(answer).forEach(console.out()::println);
        }
    }

    private void refuse(long line, List<InputProblem> problems, Console console) {
        if (json) {
            byte[] bytes = ErrorLine.of(line, problems, language.code());
            console.out().println(new String(bytes, StandardCharsets.UTF_8));
        } else {
            for (InputProblem problem : problems) {
                console.out()
                        .println(language.of(new Text(
                                line + " 行目: " + problem.detail().ja(),
                                "line " + line + ": " + problem.detail().en())));
            }
        }
    }
}
