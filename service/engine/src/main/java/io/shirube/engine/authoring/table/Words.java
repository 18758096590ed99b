package io.shirube.engine.authoring.table;

import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.rules.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that cells may hold, whatever their column. */
final class Words {

    private static final Set<String> UNKNOWN = Set.of("不明", "未取得", "未定", "unknown");
    private static final Set<String> KNOWN = Set.of("既知", "取得済み", "取得済", "known");
    private static final Set<String> ANY = Set.of("*", "any", "すべて", "全て", "問わず", "問わない", "何でも", "指定なし");
    private static final Set<String> SAME_AS_ABOVE = Set.of("同上", "〃", "々", "''", "ditto", "上と同じ", "↑");
    private static final Set<String> UNCLEAR =
            Set.of("△", "▲", "対象外", "-", "ー", "―", "—", "−", "n/a", "na", "なし", "無し", "?", "？", "要確認", "tbd");
    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("y", true),
            Map.entry("n", false),
            Map.entry("はい", true),
            Map.entry("いいえ", false),
            Map.entry("有", true),
            Map.entry("無", false),
            Map.entry("あり", true),
            Map.entry("なし", false),
            Map.entry("有り", true),
            Map.entry("無し", false),
            Map.entry("○", true),
            Map.entry("◯", true),
            Map.entry("〇", true),
            Map.entry("✓", true),
            Map.entry("✔", true),
            Map.entry("×", false),
            Map.entry("✕", false),
            Map.entry("☓", false));

    private Words() {}

    static boolean isUnknown(String text) {
        return UNKNOWN.contains(fold(text));
    }

    static boolean isKnown(String text) {
        return KNOWN.contains(fold(text));
    }

    static boolean isAny(String text) {
        return ANY.contains(fold(text));
    }

    static boolean isSameAsAbove(String text) {
        return SAME_AS_ABOVE.contains(text);
    }

    /** Returns whether a word means different things to different people, so that we ask rather than guess. */
    static boolean isUnclear(String text) {
        return UNCLEAR.contains(fold(text));
    }

    /** Returns yes or no, if the word says so. */
    static Optional<Boolean> flag(String text) {
        return Optional.ofNullable(FLAGS.get(fold(text)));
    }

    /** Returns the ordinal of a name or label, if the enum has it. */
    static Optional<Integer> ordinal(EnumType type, String text) {
        String wanted = fold(text);
        for (int i = 0; i < type.values().size(); i++) {
            String value = type.values().get(i);
            if (wanted.equals(fold(value))
                    || wanted.equals(fold(type.labelsJa().getOrDefault(value, value)))
                    || wanted.equals(fold(type.labelsEn().getOrDefault(value, value)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Returns every spelling of an enum's names. */
    static List<String> spellings(EnumType type) {
        List<String> spellings = new ArrayList<>(type.values());
        type.values().forEach(value -> {
            if (type.labelsJa().containsKey(value)) {
                spellings.add(type.labelsJa().get(value));
            }
        });
        type.values().forEach(value -> {
            if (type.labelsEn().containsKey(value)) {
                spellings.add(type.labelsEn().get(value));
            }
        });
        return spellings;
    }

    /** Returns the word as words are compared: plain width, small letters, no blanks around it. */
    static String fold(String text) {
        return Widths.narrow(text).strip().toLowerCase(Locale.ROOT);
    }
}
