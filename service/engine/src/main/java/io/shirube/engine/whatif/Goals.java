package io.shirube.engine.whatif;

import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.RuleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads goals, and knows which there are. Immutable, safe for use by many threads. */
public final class Goals {

    private static final int SHOWN = 60;

    private final List<String> touches;
    private final List<String> bands;
    private final List<String> actions;

    Goals(RuleModel model, Words words) {
        this.touches = words.touches();
        this.bands = words.bands();
        this.actions = model.actions().stream().map(ActionType::name).toList();
    }

    /** Returns whether something written is meant as a goal: it begins with touch, band or action and = or !=. */
    public static boolean isGoal(String written) {
        return facet(written) != null;
    }

    private static Goal.@Nullable Facet facet(String written) {
        for (Goal.Facet facet : Goal.Facet.values()) {
            String name = name(written);
            if (name.equalsIgnoreCase(facet.word())) {
                return facet;
            }
        }
        return null;
    }

    private static String name(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        return (name.endsWith("!") ? name.substring(0, name.length() - 1) : name).strip();
    }

    /**
     * Reads a goal such as {@code touch=HIGH}, {@code band!=RED} or {@code action=UPSELL_PROMPT}.
     *
     * @param path where it stands in what the caller wrote
     * @throws InputException when it is none, or names something that these rules do not have
     */
    public Goal read(String written, String path) throws InputException {
        Goal.Facet facet = facet(written);
        int equals = written.indexOf('=');
        if (facet == null || equals < 0) {
            throw problem(
                    "UNKNOWN_VALUE",
                    path,
                    shown(written) + " は目標として読めません。touch=HIGH、band!=RED、action=UPSELL_PROMPT のように書いてください。",
                    shown(written) + " is not a goal. Write it like touch=HIGH, band!=RED or action=UPSELL_PROMPT.");
        }
        String value = written.substring(equals + 1).strip();
        List<String> known = known(facet);
        if (!known.contains(value)) {
            String near = NearestName.of(value, known).orElse("");
            String all = String.join(", ", known);
            throw problem(
                    "UNKNOWN_VALUE",
                    path,
                    shown(value) + " という " + facet.word() + " はありません。"
                            + (near.isEmpty() ? "使える値: " + all : near + " のことですか。"),
                    "There is no " + facet.word() + " " + shown(value) + ". "
                            + (near.isEmpty() ? "It may be one of: " + all + "." : "Did you mean " + near + "?"));
        }
        return new Goal(facet, value, written.charAt(equals == 0 ? 0 : equals - 1) == '!');
    }

    private List<String> known(Goal.Facet facet) {
        return switch (facet) {
            case TOUCH -> touches;
            case BAND -> bands;
            case ACTION -> actions;
        };
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return "\"" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + "\"";
    }

    private static InputException problem(String code, String path, String ja, String en) {
        return new InputException(List.of(new InputProblem(code, path, new Text(ja, en))));
    }

    /**
     * Returns the goals beside what is now: the other touches and bands, each open action to be avoided, and every other
     * action that some single change brings.
     */
    List<Goal> neighbours(Search search) {
        List<Goal> goals = new ArrayList<>();
        Reached now = search.now();
        touches.stream()
                .filter(touch -> !touch.equals(now.touch()))
                .forEach(touch -> goals.add(new Goal(Goal.Facet.TOUCH, touch, false)));
        bands.stream()
                .filter(band -> !band.equals(now.band()) && !band.equals("UNKNOWN"))
                .forEach(band -> goals.add(new Goal(Goal.Facet.BAND, band, false)));
        now.open().forEach(type -> goals.add(new Goal(Goal.Facet.ACTION, type, true)));
        Set<String> brought = search.singles().all().stream()
                .flatMap(way -> way.reached().open().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        brought.removeAll(now.open());
        brought.forEach(type -> goals.add(new Goal(Goal.Facet.ACTION, type, false)));
        return goals;
    }
}
