package io.shirube.engine.input;

import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the problems of one entry. Used by one thread. */
public final class ProblemList {

    /** Problems of one entry that are listed; later ones are left out, so that a hostile entry has a short answer. */
    public static final int MOST = 100;

    private final List<InputProblem> problems = new ArrayList<>();

    /** Adds a problem unless {@link #MOST} are listed already. */
    public void add(InputCode code, String field, String ja, String en) {
        if (problems.size() < MOST) {
            problems.add(new InputProblem(code.name(), field, new Text(ja, en)));
        }
    }

    /** Adds a field that the object at a path does not have, with the nearest name it has or else all its names. */
    public void addUnknownField(String path, String name, Collection<String> known) {
        String field = Paths.member(path, name);
        NearestName.of(name, known)
                .ifPresentOrElse(
                        near -> add(
                                InputCode.UNKNOWN_FIELD,
                                field,
                                field + " という項目はありません。" + Paths.member(path, near) + " のことですか。",
                                "Unknown field " + field + ". Did you mean " + Paths.member(path, near) + "?"),
                        () -> add(
                                InputCode.UNKNOWN_FIELD,
                                field,
                                field + " という項目はありません。使える項目: " + String.join("、", known),
                                "Unknown field " + field + ". Known here: " + String.join(", ", known) + "."));
    }

    /** Adds a value of another type than expected. */
    public void addWrongType(String field, Object value, String expectedJa, String expectedEn) {
        add(
                InputCode.WRONG_TYPE,
                field,
                field + " には" + expectedJa + "を指定してください。値: " + Shown.ja(value),
                field + " must be " + expectedEn + ", but is " + Shown.en(value) + ".");
    }

    /** Adds a field that must be given. */
    public void addRequired(String field) {
        add(InputCode.REQUIRED, field, field + " は必須です。", field + " is required.");
    }

    /** Adds a field that was given twice. */
    public void addDuplicate(String field) {
        add(
                InputCode.DUPLICATE_FIELD,
                field,
                field + " が2回以上指定されています。1つにしてください。",
                field + " is given more than once. Keep one.");
    }

    /** Returns the problems so far, first added first. */
    public List<InputProblem> problems() {
        return List.copyOf(problems);
    }
}
