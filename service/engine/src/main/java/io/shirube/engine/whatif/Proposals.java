package io.shirube.engine.whatif;

import io.shirube.engine.decide.Variants;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.whatif.WhatIfAnswer.Change;
import io.shirube.engine.whatif.WhatIfAnswer.Proposed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The caller's own changes: reads them, and decides the account with all of them together. Immutable. */
public final class Proposals {

    private static final int SHOWN = 60;

    private final Inputs inputs;

    Proposals(Inputs inputs) {
        this.inputs = inputs;
    }

    /**
     * Returns a value that was written as text, such as on a command line, as the input's kind wants it; what cannot be
     * read stays as it is, and deciding says what is wrong with it. Nothing at all is null: unknown.
     */
    public @Nullable Object typed(String name, String written) {
        Input input = inputs.named(name);
        if (input == null || written.isBlank()) {
            return written.isBlank() ? null : written;
        }
        return switch (input.field().type()) {
            case NUMBER -> number(written);
            case BOOLEAN -> flag(written);
            case DATE, TEXT, TEXT_SET, ENUM -> written;
        };
    }

    /**
     * Makes sure that inputs of these names exist.
     *
     * @throws InputException with every name that none has
     */
    public void requireKnown(Collection<String> names) throws InputException {
        List<InputProblem> problems = new ArrayList<>();
        for (String name : names) {
            if (inputs.named(name) == null) {
                problems.add(unknown(name));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static Object flag(String written) {
        boolean isFlag = written.equals("true") || written.equals("false");
        return isFlag ? Boolean.valueOf(written) : written;
    }

    private static Object number(String written) {
        try {
            double number = Double.parseDouble(written);
            return Double.isFinite(number) ? (Object) number : written;
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /**
     * Decides the account with the changes.
     *
     * @throws InputException when an input is unknown, or cannot have the value
     */
    Proposed decided(Map<String, @Nullable Object> changes, Variants account, Trials trials, Sentences sentences)
            throws InputException {
        Map<Input, @Nullable Object> values = read(changes);
        AccountSnapshot variant = account.snapshot();
        List<Change> said = new ArrayList<>();
        for (Map.Entry<Input, @Nullable Object> entry : values.entrySet()) {
            Input input = entry.getKey();
            Object from = input.plain(account.facts());
            variant = input.set(variant, entry.getValue(), account.asOf());
            said.add(new Change(
                    input.name(),
                    from,
                    entry.getValue(),
                    input.isChangeable(),
                    Sentences.change(input, from, entry.getValue())));
        }
        // because a value that cannot be is the caller's to hear of, and a try that is left out is not
        account.ruleset().factsReader().facts(variant, account.asOf());
        Reached after = trials.reached(variant, account.asOf())
                .orElseThrow(() -> new IllegalStateException("the first decision is always made"));
        List<Text> differences = sentences.differences(trials.now(), after);
        return new Proposed(said, after, differences, sentences.proposed(differences));
    }

    private Map<Input, @Nullable Object> read(Map<String, @Nullable Object> changes) throws InputException {
        Map<Input, @Nullable Object> values = new LinkedHashMap<>();
        List<InputProblem> problems = new ArrayList<>();
        changes.forEach((name, value) -> {
            Input input = inputs.named(name);
            if (input == null) {
                problems.add(unknown(name));
            } else if (input.signal() == null && value != null && !isFigure(input, value)) {
                problems.add(new InputProblem(
                        "WRONG_TYPE",
                        "changes." + input.name(),
                        new Text(input.name() + " には0以上の数値を指定してください。", input.name() + " must be a number from 0.")));
            } else {
                values.put(input, value);
            }
        });
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return values;
    }

    private static boolean isFigure(Input input, Object value) {
        return value instanceof Double number && Grid.isPossible(number, input.field());
    }

    private InputProblem unknown(String name) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        String near = NearestName.of(name, inputs.names()).orElse("");
        return new InputProblem(
                "UNKNOWN_FIELD",
                "changes." + shown,
                new Text(
                        "変更に書かれた " + shown + " というシグナルはありません。"
                                + (near.isEmpty() ? "signals.yml の名前で書いてください。" : near + " のことですか。"),
                        "There is no signal " + shown + " to change. "
                                + (near.isEmpty() ? "Use a name of signals.yml." : "Did you mean " + near + "?")));
    }
}
