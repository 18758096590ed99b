package io.shirube.engine.whatif;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.whatif.WhatIfAnswer.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says in sentences what was found. Immutable, safe for use by many threads. */
final class Sentences {

    private final Words words;

    Sentences(RuleModel model) {
        this.words = new Words(model);
    }

    Words words() {
        return words;
    }

    /** Returns what a goal is, as a heading: タッチ: ハイタッチ. */
    Text title(Goal goal) {
        Text name = name(goal);
        String ja = switch (goal.facet()) {
            case TOUCH -> "タッチを「" + name.ja() + "」" + (goal.avoided() ? "以外に" : "に") + "する";
            case BAND -> "健康度を「" + name.ja() + "」" + (goal.avoided() ? "以外に" : "に") + "する";
            case ACTION -> "「" + name.ja() + "」を" + (goal.avoided() ? "推奨されないようにする" : "推奨されるようにする");
        };
        String en = switch (goal.facet()) {
            case TOUCH -> goal.avoided() ? "Leave " + name.en() : "Get to " + name.en();
            case BAND -> goal.avoided() ? "Health other than " + name.en() : "Health " + name.en();
            case ACTION -> goal.avoided() ? "“" + name.en() + "” not recommended" : "“" + name.en() + "” recommended";
        };
        return new Text(ja, en);
    }

    private Text name(Goal goal) {
        return switch (goal.facet()) {
            case TOUCH -> words.touch(goal.value());
            case BAND -> words.band(goal.value());
            case ACTION -> words.action(goal.value());
        };
    }

    /** Returns what comes of it: タッチは「ハイタッチ」になります / the touch would be High touch. */
    private Text then(Goal goal) {
        Text name = name(goal);
        String ja = switch (goal.facet()) {
            case TOUCH -> "タッチは「" + name.ja() + "」" + (goal.avoided() ? "ではなくなります" : "になります");
            case BAND -> "健康度は「" + name.ja() + "」" + (goal.avoided() ? "ではなくなります" : "になります");
            case ACTION -> "「" + name.ja() + "」" + (goal.avoided() ? "は推奨されなくなります" : "が推奨されます");
        };
        String not = goal.avoided() ? "no longer " : "";
        String en = switch (goal.facet()) {
            case TOUCH -> "the touch would " + not + "be " + name.en();
            case BAND -> "health would " + not + "be “" + name.en() + "”";
            case ACTION -> "“" + name.en() + "” would " + not + "be recommended";
        };
        return new Text(ja, en);
    }

    /** Returns 席利用率: 41% → 65%. */
    static Text change(Input input, @Nullable Object from, @Nullable Object to) {
        Text label = input.item() == null ? Words.label(input) : input.item().label();
        Text before = Words.value(input.field(), from);
        Text after = Words.value(input.field(), to);
        return new Text(
                label.ja() + ": " + before.ja() + " → " + after.ja(),
                label.en() + ": " + before.en() + " → " + after.en());
    }

    /** Returns 「席利用率」が41%から65%になれば、タッチは「ロータッチ」になります。 */
    Text way(List<Setting> settings, List<Change> changes, Goal goal) {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (int i = 0; i < changes.size(); i++) {
            Text part = part(settings.get(i).input(), changes.get(i), i + 1 == changes.size());
            ja.append(part.ja());
            en.append(en.isEmpty() ? "" : " and ").append(part.en());
        }
        Text then = then(goal);
        return new Text(ja + then.ja() + "。", "If " + en + ", " + then.en() + ".");
    }

    private static Text part(Input input, Change change, boolean last) {
        Input.Item item = input.item();
        if (item != null) {
            return new Text(
                    item.done().ja() + (last ? "すれば、" : "し、"), item.done().en());
        }
        Field field = input.field();
        Text from = Words.value(field, change.from());
        Text to = Words.value(field, change.to());
        return new Text(
                "「" + field.labelJa() + "」が" + wrapped(from.ja(), field) + "から" + wrapped(to.ja(), field)
                        + (last ? "になれば、" : "になり、"),
                "“" + field.labelEn() + "” went from " + from.en() + " to " + to.en());
    }

    /** A name or a yes stands in quotation marks in Japanese, a number does not. */
    private static String wrapped(String value, Field field) {
        return field.type() == ValueType.NUMBER ? value : "「" + value + "」";
    }

    Text summary(Goal goal, boolean reached, List<Way> ways, int searched, boolean complete) {
        if (reached) {
            return new Text("すでにそうなっています。", "This is so already.");
        }
        if (!ways.isEmpty()) {
            int signals = ways.get(0).settings().size();
            return signals == 1
                    ? new Text("シグナル1つの変化でそうなります。", "One signal is enough.")
                    : new Text("シグナル1つではそうならず、2つが同時に変わるとそうなります。", "No single signal is enough; two together are.");
        }
        String gaveUp = complete ? "" : "調べた範囲では、";
        return searched < 2
                ? new Text(
                        gaveUp + "CSが動かせるシグナルを1つ変えるだけでは、そうなりません。",
                        "No single signal that customer success can influence brings this about"
                                + (complete ? "." : ", as far as was searched."))
                : new Text(
                        gaveUp + "CSが動かせるシグナルを1つ変えても、2つ変えても、そうなりません。",
                        "None within two signals: no one or two signals that customer success can influence bring this about"
                                + (complete ? "." : ", as far as was searched."));
    }

    /** Returns 「従業員数」があと12人で、タッチは「ハイタッチ」になります(488人 → 500人)。 */
    Text distance(Setting setting, Change change, Goal goal, double from) {
        Field field = setting.input().field();
        Text then = then(goal);
        Text shown = change.text();
        if (field.type() != ValueType.NUMBER) {
            Text to = Words.value(field, change.to());
            return new Text(
                    "「" + field.labelJa() + "」が「" + to.ja() + "」なら、" + then.ja() + "(提案ではなく、前提の違いです)。",
                    "Were “" + field.labelEn() + "” " + to.en() + ", " + then.en() + " (a fact, not an advice).");
        }
        Text off = Words.distance(field, setting.value() - from);
        boolean below = setting.value() > from;
        String border = border(goal);
        String figures = shown.ja().substring(shown.ja().indexOf(": ") + 2);
        String figuresEn = shown.en().substring(shown.en().indexOf(": ") + 2);
        return new Text(
                "「" + field.labelJa() + "」が" + (below ? "あと" + off.ja() + "多ければ、" : off.ja() + "少なければ、") + then.ja()
                        + "(" + figures + ")。",
                (Words.isCounted(field) ? off.en() : "“" + field.labelEn() + "” is " + off.en())
                        + (below ? " below " : " above ") + border + " (" + figuresEn + ").");
    }

    private String border(Goal goal) {
        String name = goal.facet() == Goal.Facet.ACTION ? "“" + name(goal).en() + "”" : goal.value();
        return goal.avoided() ? "not " + name : name;
    }

    Text day(int days, LocalDate on, Goal goal) {
        Text then = then(goal);
        return new Text(
                "ほかが変わらなければ、" + days + "日後の" + ValueText.dayJa(on) + "に、" + then.ja() + "。",
                "In " + days + (days == 1 ? " day" : " days") + ", on " + on + ", " + then.en()
                        + " by itself if nothing else changed.");
    }

    /** Returns タッチは「ハイタッチ」、健康度は「注意」、推奨アクションは「…」です。 */
    Text now(Reached now) {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (String type : now.open()) {
            Text name = words.action(type);
            ja.append("「").append(name.ja()).append("」");
            en.append(en.isEmpty() ? "" : ", ").append("“").append(name.en()).append("”");
        }
        return new Text(
                "タッチは「" + words.touch(now.touch()).ja() + "」、健康度は「"
                        + words.band(now.band()).ja() + "」、推奨アクションは" + (ja.isEmpty() ? "ありません。" : ja + "です。"),
                words.touch(now.touch()).en() + ", health "
                        + words.band(now.band()).en() + ", "
                        + (en.isEmpty() ? "nothing recommended." : "recommended: " + en + "."));
    }

    /** Returns what becomes different, in sentences; none when nothing does. */
    List<Text> differences(Reached before, Reached after) {
        List<Text> all = new ArrayList<>();
        if (!before.touch().equals(after.touch())) {
            all.add(moved("タッチ", "Touch", words.touch(before.touch()), words.touch(after.touch())));
        }
        if (!before.band().equals(after.band())) {
            all.add(moved("健康度", "Health", words.band(before.band()), words.band(after.band())));
        }
        for (String type : without(after.open(), before.open())) {
            boolean wasHeld = before.held().contains(type);
            Text name = words.action(type);
            all.add(new Text(
                    "「" + name.ja() + "」が推奨されます" + (wasHeld ? "(見合わせが解けます)。" : "。"),
                    "“" + name.en() + "” is recommended" + (wasHeld ? " (no longer held)." : ".")));
        }
        for (String type : without(before.open(), after.open())) {
            Text name = words.action(type);
            boolean held = after.held().contains(type);
            all.add(new Text(
                    "「" + name.ja() + "」" + (held ? "は見合わせになります。" : "は推奨されなくなります。"),
                    "“" + name.en() + "” is " + (held ? "held." : "no longer recommended.")));
        }
        return all;
    }

    private static Text moved(String ja, String en, Text from, Text to) {
        return new Text(ja + ": " + from.ja() + " → " + to.ja(), en + ": " + from.en() + " → " + to.en());
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    Text proposed(List<Text> differences) {
        return differences.isEmpty()
                ? new Text("タッチ、健康度、推奨アクションは変わりません。", "Touch, health and recommended actions stay as they are.")
                : new Text("次のように変わります。", "This would be different:");
    }

    Text ifKnown(Input input, Text shown, boolean same, List<Text> differences) {
        String label = input.field().labelJa();
        boolean ordered =
                input.field().type() == ValueType.NUMBER || input.field().type() == ValueType.DATE;
        Text values = ordered ? shown : new Text("「" + shown.ja().replace("、", "」「") + "」", shown.en());
        if (same) {
            return new Text(
                    "「" + label + "」が" + values.ja() + "なら、変わりません。",
                    "“" + input.field().labelEn() + "” " + values.en() + ": nothing changes.");
        }
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Text difference : differences) {
            ja.append(difference.ja()).append(difference.ja().endsWith("。") ? "" : "。");
            en.append(' ').append(difference.en()).append(difference.en().endsWith(".") ? "" : ".");
        }
        return new Text(
                "「" + label + "」が" + values.ja() + "なら: " + ja,
                "“" + input.field().labelEn() + "” " + values.en() + ":" + en);
    }
}
