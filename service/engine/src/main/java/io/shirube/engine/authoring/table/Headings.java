package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What headings mean in the tables of one phase: names of fields, or their labels in either language. */
final class Headings {

    private static final Map<String, Heading.Special> SPECIAL = Map.ofEntries(
            Map.entry("reason_ja", Heading.Special.REASON_JA),
            Map.entry("理由", Heading.Special.REASON_JA),
            Map.entry("理由_ja", Heading.Special.REASON_JA),
            Map.entry("reason_en", Heading.Special.REASON_EN),
            Map.entry("理由_en", Heading.Special.REASON_EN),
            Map.entry("note", Heading.Special.COMMENT),
            Map.entry("source", Heading.Special.COMMENT),
            Map.entry("grade", Heading.Special.COMMENT),
            Map.entry("備考", Heading.Special.COMMENT),
            Map.entry("メモ", Heading.Special.COMMENT),
            Map.entry("出典", Heading.Special.COMMENT));
    private static final Map<String, Heading.Special> IN_ACTIONS = Map.of(
            "propose", Heading.Special.PROPOSE,
            "提案", Heading.Special.PROPOSE,
            "hold", Heading.Special.HOLD,
            "見合わせ", Heading.Special.HOLD,
            "context", Heading.Special.CONTEXT,
            "状況加点", Heading.Special.CONTEXT);

    private final Phase phase;
    private final Report report;
    private final Map<String, Set<Field>> byWord = new LinkedHashMap<>();
    private final Set<String> spellings = new LinkedHashSet<>();
    private final Set<String> collectionWords = new LinkedHashSet<>();

    Headings(Vocabulary vocabulary, Phase phase, Report report) {
        this.phase = phase;
        this.report = report;
        vocabulary.accountFields().forEach(this::add);
        shortcut(vocabulary, "stage", FactType.STAGE, "value");
        shortcut(vocabulary, "band", FactType.HEALTH, "band");
        shortcut(vocabulary, "success", FactType.SUCCESS, "level");
        shortcut(vocabulary, "renewalState", FactType.RENEWAL, "state");
        vocabulary.fields(FactType.HEALTH).forEach(field -> dimension(vocabulary, field));
        spellings.addAll(SPECIAL.keySet());
        if (phase == Phase.ACTIONS) {
            spellings.addAll(IN_ACTIONS.keySet());
        }
        for (FactType type : FactType.values()) {
            if (!type.isSingleton()) {
                vocabulary
                        .fields(type)
                        .forEach(field -> collectionWords.addAll(List.of(
                                Words.fold(field.name()), Words.fold(field.labelJa()), Words.fold(field.labelEn()))));
            }
        }
    }

    /** Returns whether a heading is that of reasons or remarks. */
    static boolean isForPeople(String written) {
        return SPECIAL.containsKey(Words.fold(written).replace("\n", ""));
    }

    /** Returns what a heading means, or reports why it means nothing. */
    Optional<Heading> read(String written, Position at) {
        String word = Words.fold(written).replace("\n", "");
        Heading.@Nullable Special special = SPECIAL.get(word);
        if (special == null && phase == Phase.ACTIONS) {
            special = IN_ACTIONS.get(word);
        }
        if (special != null) {
            return Optional.of(special);
        }
        List<Field> fields = candidates(word);
        if (fields.isEmpty()) {
            unknown(written, word, at);
            return Optional.empty();
        }
        if (fields.size() > 1) {
            ambiguous(written, fields, at);
            return Optional.empty();
        }
        return usable(written, fields.get(0), at);
    }

    private Optional<Heading> usable(String written, Field field, Position at) {
        if (field.concludedIn() == phase && field.assignable()) {
            return Optional.of(new Heading.Conclude(field));
        }
        Phase concludedIn = field.concludedIn();
        if (concludedIn != null && !field.readableIn(phase)) {
            report.error(
                    "phase-order",
                    at,
                    say(
                            "「" + written + "」は " + concludedIn.folder() + " で決まるため、" + phase.folder() + " の表では使えません。",
                            "\"" + written + "\" is settled in " + concludedIn.folder()
                                    + " and cannot be used in a table of " + phase.folder() + "."),
                    say("この列を消すか、表をあとのフォルダーに移してください。", "Delete the column, or move the table to a later folder."));
            return Optional.empty();
        }
        return Optional.of(new Heading.Test(field));
    }

    private List<Field> candidates(String word) {
        List<Field> all = new ArrayList<>(byWord.getOrDefault(word, Set.of()));
        List<Field> own = all.stream()
                .filter(field -> field.concludedIn() == phase && field.assignable())
                .toList();
        return all.size() > 1 && own.size() == 1 ? own : all;
    }

    private void unknown(String written, String word, Position at) {
        if (phase != Phase.ACTIONS && IN_ACTIONS.containsKey(word)) {
            report.error(
                    "phase-order",
                    at,
                    say(
                            "「" + written + "」の列は 5-actions の表でだけ使えます。",
                            "A column \"" + written + "\" can only stand in a table of 5-actions."),
                    say("表を 5-actions フォルダーに移してください。", "Move the table to the folder 5-actions."));
            return;
        }
        if (collectionWords.contains(word)) {
            report.error(
                    "collection-heading",
                    at,
                    say(
                            "「" + written + "」は問い合わせや担当者など何件もある項目で、表の列にはできません。",
                            "\"" + written
                                    + "\" belongs to items of which there are many; a table cannot have it as a column."),
                    say(
                            "signals.yml で derive: \"count(Ticket(…))\" のようなシグナルにするか、.drl のルールに書いてください。",
                            "Make a signal of it (derive: \"count(Ticket(…))\"), or write a rule in a .drl file."));
            return;
        }
        report.error(
                "unknown-heading",
                at,
                say("見出し「" + written + "」にあたる項目がありません。", "There is no field for the heading \"" + written + "\"."),
                NearestName.of(written, spellings)
                        .map(Hint::didYouMean)
                        .orElse(say(
                                "signals.yml の名前か表示名を書いてください。メモの列なら見出しを「備考」にします。",
                                "Write a name or label of signals.yml. For remarks use the heading note.")));
    }

    private void ambiguous(String written, List<Field> fields, Position at) {
        List<String> names = fields.stream().map(Headings::qualified).toList();
        report.error(
                "ambiguous-heading",
                at,
                say("見出し「" + written + "」にあたる項目が複数あります。", "The heading \"" + written + "\" fits several fields."),
                say(String.join(" か ", names) + " と書いてください。", "Write " + String.join(" or ", names) + "."));
    }

    private static String qualified(Field field) {
        String owner = field.owner().ruleName();
        return Character.toLowerCase(owner.charAt(0)) + owner.substring(1) + "." + field.name();
    }

    private void add(Field field) {
        boolean hiddenInput = field.name().equals("id") && field.owner() == FactType.ACCOUNT;
        List<String> words = List.of(field.name(), qualified(field), field.labelJa(), field.labelEn());
        words.forEach(word -> word(word, field));
        if (!hiddenInput) {
            spellings.addAll(words);
        }
    }

    private void word(String word, Field field) {
        byWord.computeIfAbsent(Words.fold(word), key -> new LinkedHashSet<>()).add(field);
    }

    private void shortcut(Vocabulary vocabulary, String word, FactType owner, String name) {
        vocabulary.field(owner, name).ifPresent(field -> {
            byWord.put(Words.fold(word), new LinkedHashSet<>(List.of(field)));
            spellings.add(word);
        });
    }

    private void dimension(Vocabulary vocabulary, Field field) {
        String name = field.name();
        for (String part : List.of("Weight", "AtLeast", "AtMost")) {
            vocabulary.field(FactType.HEALTH, name + part).ifPresent(bound -> {
                String word = Character.toLowerCase(part.charAt(0)) + part.substring(1) + "." + name;
                word(word, bound);
                if (phase == Phase.HEALTH) {
                    spellings.add(word);
                }
            });
        }
    }
}
