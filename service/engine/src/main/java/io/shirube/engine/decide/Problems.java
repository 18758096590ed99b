package io.shirube.engine.decide;

import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.NumberText;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one snapshot, collected so that a caller learns everything at once. */
final class Problems {

    private static final int MOST = 100;
    private static final int SHOWN = 60;

    private final List<InputProblem> list = new ArrayList<>();

    void wrongType(String path, Object value, String expectedJa, String expectedEn) {
        add(
                "WRONG_TYPE",
                path,
                path + " には" + expectedJa + "を指定してください。値: " + shown(value),
                path + " must be " + expectedEn + ", but is " + shown(value) + ".");
    }

    void outOfRange(String path, double value, Field field) {
        Text range = NumberText.range(bound(field.min()), bound(field.max()));
        add(
                "OUT_OF_RANGE",
                path,
                path + "（" + field.labelJa() + "）は " + range.ja() + " の範囲で指定してください。値: " + shown(value),
                path + " (" + field.labelEn() + ") must be " + range.en() + ", but is " + shown(value) + ".");
    }

    void badDate(String path, LocalDate value) {
        add(
                "OUT_OF_RANGE",
                path,
                path + " は " + SlotWriter.EARLIEST + "〜" + SlotWriter.LATEST + " の日付で指定してください。値: " + value,
                path + " must be a day from " + SlotWriter.EARLIEST + " to " + SlotWriter.LATEST + ", but is " + value
                        + ".");
    }

    void unknownValue(String path, String value, List<String> known) {
        String near = NearestName.of(value, known).orElse("");
        String names = String.join(", ", known.subList(0, Math.min(20, known.size())));
        add(
                "UNKNOWN_VALUE",
                path,
                path + " の値 " + shown(value) + " は使えません。" + (near.isEmpty() ? "使える値: " + names : near + " のことですか。"),
                path + " cannot be " + shown(value) + ". "
                        + (near.isEmpty() ? "It may be one of: " + names + "." : "Did you mean " + near + "?"));
    }

    void add(String code, String path, String ja, String en) {
        InputProblem problem = new InputProblem(code, path, new Text(ja, en));
        if (list.size() < MOST && !list.contains(problem)) {
            list.add(problem);
        }
    }

    void throwIfAny() throws InputException {
        if (!list.isEmpty()) {
            throw new InputException(list);
        }
    }

    private static @Nullable String bound(@Nullable Double bound) {
        return bound == null ? null : NumberText.of(bound);
    }

    static String shown(Object value) {
        if (value instanceof Double number) {
            return NumberText.of(number);
        }
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return value instanceof String ? "\"" + cut + "\"" : cut;
    }
}
