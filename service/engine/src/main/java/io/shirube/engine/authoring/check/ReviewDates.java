package io.shirube.engine.authoring.check;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.rules.Table;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds rules and tables whose review is overdue. Needs a day, which only the doors know. */
public final class ReviewDates {

    private ReviewDates() {}

    /** Returns a notice for every rule and table whose {@code review} lies before the day. */
    public static List<Finding> overdue(RuleModel model, LocalDate asOf) {
        List<Finding> findings = new ArrayList<>();
        for (RuleUnit unit : model.units()) {
            Map<String, String> metadata = unit instanceof Table table ? table.metadata() : ((Rule) unit).metadata();
            String review = metadata.get("review");
            if (review != null && isBefore(review, asOf)) {
                findings.add(new Finding(
                        Severity.NOTICE,
                        "review-overdue",
                        unit.position(),
                        "「" + unit.name() + "」の見直し日 " + review + " を過ぎています。",
                        "数字が今の実績に合うか確かめ、次の見直し日を書いてください。",
                        "The review of \"" + unit.name() + "\" was due on " + review + ".",
                        "See whether its figures still fit your results, then write the next review date."));
            }
        }
        return findings;
    }

    private static boolean isBefore(String review, LocalDate asOf) {
        try {
            return LocalDate.parse(review).isBefore(asOf);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
