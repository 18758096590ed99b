package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Numeral;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Reads the cells of conclusion columns. A blank one concludes nothing. */
final class Conclusions {

    private static final String DEFAULT_KEY = "main";
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.-]{1,80}");

    private final List<ActionType> actions;
    private final ToIntFunction<String> texts;
    private final Report report;
    private final Figures figures;

    Conclusions(List<ActionType> actions, ToIntFunction<String> texts, Report report) {
        this.actions = actions;
        this.texts = texts;
        this.report = report;
        this.figures = new Figures(report);
    }

    /** Returns the assignment a cell means, or reports why it means none. */
    Optional<Consequence> assign(Field field, String written, Position at) {
        if (!CellChecks.pass(written, at, report)) {
            return Optional.empty();
        }
        CellChecks.sayNarrowed(written, at, report);
        return value(field, written, at).map(value -> {
            Origin origin = new Origin(at, written);
            return new Consequence.Assign(field, new Term.Literal(value, field.type(), origin), origin);
        });
    }

    private Optional<Double> value(Field field, String written, Position at) {
        return switch (field.type()) {
            case NUMBER -> number(field, written, at);
            case ENUM -> name(field, written, at);
            case BOOLEAN -> flag(written, at);
            case TEXT -> Optional.of((double) texts.applyAsInt(written));
            case DATE, TEXT_SET -> {
                report.error(
                        "not-assignable",
                        at,
                        say(
                                "「" + field.labelJa() + "」は表では決められません。",
                                "A table cannot conclude \"" + field.labelEn() + "\"."),
                        say(
                                "conclusions.yml の type を number、boolean、enum、text のどれかにしてください。",
                                "Make its type in conclusions.yml number, boolean, enum or text."));
                yield Optional.empty();
            }
        };
    }

    private Optional<Double> number(Field field, String written, Position at) {
        Optional<Numeral> numeral = Numeral.read(Widths.narrow(written).replace(" ", ""));
        if (numeral.isEmpty()) {
            report.error(
                    "not-a-number",
                    at,
                    say(
                            "「" + written + "」は「" + field.labelJa() + "」の数値ではありません。",
                            "\"" + written + "\" is not a number for \"" + field.labelEn() + "\"."),
                    say(
                            "数を1つだけ書いてください。結論が無い行は空欄にします。",
                            "Write one number, or leave the cell blank to conclude nothing."));
            return Optional.empty();
        }
        return figures.value(field, numeral.get(), written, at);
    }

    private Optional<Double> name(Field field, String written, Position at) {
        EnumType type = Objects.requireNonNull(field.enumType());
        Optional<Integer> ordinal = Words.ordinal(type, written);
        if (ordinal.isEmpty()) {
            report.error(
                    "unknown-value",
                    at,
                    say(
                            "「" + written + "」は「" + field.labelJa() + "」の値ではありません。",
                            "\"" + written + "\" is not a value of \"" + field.labelEn() + "\"."),
                    Hint.of(written, Words.spellings(type)));
        }
        return ordinal.map(Integer::doubleValue);
    }

    private Optional<Double> flag(String written, Position at) {
        Optional<Boolean> yes = Words.flag(written);
        if (yes.isEmpty()) {
            report.error(
                    "not-a-flag",
                    at,
                    say("「" + written + "」は「はい」か「いいえ」ではありません。", "\"" + written + "\" is neither yes nor no."),
                    say("はい・いいえ、○・×、有・無、true・false のどれかで書いてください。", "Write yes or no, or true or false."));
        }
        return yes.map(said -> said ? 1.0 : 0.0);
    }

    /** Returns the context weight a cell gives, or reports why it gives none. */
    Optional<Double> context(String written, Position at) {
        CellChecks.sayNarrowed(written, at, report);
        Optional<Double> weight = Numeral.read(Widths.narrow(written))
                .filter(numeral -> numeral.unit().isEmpty())
                .map(Numeral::toDouble)
                .filter(number -> number >= -100 && number <= 100);
        if (weight.isEmpty()) {
            report.error(
                    "bad-context",
                    at,
                    say("状況加点「" + written + "」は読めません。", "The context weight \"" + written + "\" cannot be read."),
                    say("-100 から 100 までの数を書いてください。", "Write a number from -100 to 100."));
        }
        return weight;
    }

    /** Returns the proposals of a cell: {@code TYPE} or {@code TYPE:key}, several with a bar between them. */
    List<Consequence> propose(String written, double context, Position at) {
        List<Consequence> proposals = new ArrayList<>();
        Origin origin = new Origin(at, written);
        for (String alternative : pieces(written, at)) {
            String[] parts = alternative.split("[:：]", 2);
            String key = parts.length == 1 ? DEFAULT_KEY : parts[1].strip();
            if (!KEY.matcher(key).matches()) {
                report.error(
                        "bad-key",
                        at,
                        say("理由のキー「" + key + "」は使えません。", "\"" + key + "\" cannot be the key of a reason."),
                        say(
                                "文字、数字、「_」「-」「.」だけで書いてください（例: UPSELL_PROMPT:seats）。",
                                "Use letters, digits, \"_\", \"-\" and \".\" only, such as UPSELL_PROMPT:seats."));
                continue;
            }
            action(parts[0].strip(), at)
                    .ifPresent(action -> proposals.add(
                            new Consequence.Propose(action, new Consequence.FixedKey(key), context, null, origin)));
        }
        return proposals;
    }

    /** Returns the holds of a cell: {@code TYPE} or {@code TYPE:SUITABILITY}. */
    List<Consequence> hold(String written, Position at) {
        List<Consequence> holds = new ArrayList<>();
        Origin origin = new Origin(at, written);
        for (String alternative : pieces(written, at)) {
            String[] parts = alternative.split("[:：]", 2);
            Optional<Consequence.Policy> policy =
                    parts.length == 1 ? Optional.of(Consequence.Policy.ELIGIBILITY) : policy(parts[1].strip(), at);
            Optional<ActionType> action = action(parts[0].strip(), at);
            if (policy.isPresent() && action.isPresent()) {
                holds.add(new Consequence.Hold(action.get(), policy.get(), origin));
            }
        }
        return holds;
    }

    private List<String> pieces(String written, Position at) {
        if (!CellChecks.pass(written, at, report)) {
            return List.of();
        }
        return Arrays.stream(written.split("[|｜、]", -1)).map(String::strip).toList();
    }

    private Optional<Consequence.Policy> policy(String written, Position at) {
        List<String> names =
                Arrays.stream(Consequence.Policy.values()).map(Enum::name).toList();
        String name = Widths.narrow(written).toUpperCase(Locale.ROOT);
        if (names.contains(name)) {
            return Optional.of(Consequence.Policy.valueOf(name));
        }
        report.error(
                "unknown-word",
                at,
                say("「" + written + "」は使えません。", "\"" + written + "\" cannot be used here."),
                Hint.of(written, names));
        return Optional.empty();
    }

    private Optional<ActionType> action(String written, Position at) {
        String wanted = Words.fold(written);
        Optional<ActionType> found = actions.stream()
                .filter(action -> wanted.equals(Words.fold(action.name()))
                        || wanted.equals(Words.fold(action.labelJa()))
                        || wanted.equals(Words.fold(action.labelEn())))
                .findFirst();
        if (found.isEmpty()) {
            report.error(
                    "unknown-action",
                    at,
                    say("「" + written + "」という推奨アクションはありません。", "There is no action \"" + written + "\"."),
                    Hint.of(written, actions.stream().map(ActionType::name).toList()));
        }
        return found;
    }
}
