package io.shirube.engine.input;

import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import io.shirube.engine.names.NearestName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a contract's notice rule: which figures it needs depends on its kind. */
final class NoticeRules {

    private static final List<String> KINDS = List.of(
            "DAYS_BEFORE_END", "MONTHS_BEFORE_END", "DAY_OF_MONTH_BEFORE_END_MONTH", "END_OF_MONTH_BEFORE", "FIXED");
    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 120;
    private static final int LAST_DAY = 31;

    private NoticeRules() {}

    static @Nullable NoticeRule read(Node node) {
        String kind = node.requiredText("kind");
        boolean inDays = "DAYS_BEFORE_END".equals(kind);
        Integer n = node.whole("n", 0, inDays ? MOST_DAYS : MOST_MONTHS);
        Integer months = node.whole("months", 0, MOST_MONTHS);
        Integer day = node.whole("day", 1, LAST_DAY);
        LocalDate date = node.date("date");
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "DAYS_BEFORE_END", "MONTHS_BEFORE_END" ->
                needed(node, "n", n) ? rule(kind, n, null, null, null) : null;
            case "DAY_OF_MONTH_BEFORE_END_MONTH" -> dayOfMonth(node, kind, months, day);
            case "END_OF_MONTH_BEFORE" -> endOfMonth(node, kind, months == null ? n : months);
            case "FIXED" -> needed(node, "date", date) ? rule(kind, null, null, null, date) : null;
            default -> unknownKind(node, kind);
        };
    }

    private static @Nullable NoticeRule dayOfMonth(
            Node node, String kind, @Nullable Integer months, @Nullable Integer day) {
        boolean monthsTold = needed(node, "months", months);
        boolean dayTold = needed(node, "day", day);
        return monthsTold && dayTold ? rule(kind, null, months, day, null) : null;
    }

    /** Accepts the months under either name and tells them under both. */
    private static @Nullable NoticeRule endOfMonth(Node node, String kind, @Nullable Integer months) {
        boolean told = node.raw("n") != null || needed(node, "months", months);
        return told && months != null ? rule(kind, months, months, null, null) : null;
    }

    private static NoticeRule rule(
            String kind,
            @Nullable Integer n,
            @Nullable Integer months,
            @Nullable Integer day,
            @Nullable LocalDate date) {
        return new NoticeRule(kind, n, months, day, date);
    }

    /** Says that a figure is missing, unless it is there and something else was wrong with it. */
    private static boolean needed(Node node, String name, @Nullable Object value) {
        if (node.raw(name) == null) {
            node.values().problems().addRequired(node.path(name));
        }
        return value != null;
    }

    private static @Nullable NoticeRule unknownKind(Node node, String kind) {
        String at = node.path("kind");
        String near = NearestName.of(kind, KINDS).orElse("");
        String names = String.join(", ", KINDS);
        String shown = Shown.scalar(kind);
        node.values()
                .problems()
                .add(
                        InputCode.UNKNOWN_VALUE,
                        at,
                        at + " は次のいずれかです: " + names + "。値: " + shown + (near.isEmpty() ? "" : "。" + near + " のことですか。"),
                        at + " must be one of " + names + ", but is " + shown + "."
                                + (near.isEmpty() ? "" : " Did you mean " + near + "?"));
        return null;
    }
}
