package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.rules.Policies.MailLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the profiles of policies.yml, of which one is chosen by name, and the limits of mails. */
final class PolicyProfiles {

    /** The profile that needs no list: every action type of the catalogue. */
    private static final String STANDARD = "standard";

    private final Entries policies;
    private final List<String> actionTypes;
    private final Report report;
    private final Values values;

    PolicyProfiles(Entries policies, List<String> actionTypes, Report report) {
        this.policies = policies;
        this.actionTypes = actionTypes;
        this.report = report;
        this.values = new Values(report);
    }

    /** Returns the action types of the chosen profile; empty for all. */
    Set<String> actionTypes() {
        Map<String, Set<String>> profiles = new LinkedHashMap<>();
        profiles.put(STANDARD, Set.of());
        for (Yaml.Entry entry : policies.mapping("profiles").all()) {
            List<String> types = values.list(entry.value(), item -> values.oneOf(item, actionTypes));
            profiles.put(entry.key(), Set.copyOf(types));
        }
        return chosen("profile", profiles).orElse(Set.of());
    }

    /** Returns the objective weights of the chosen profile, or those given when none is chosen. */
    Map<String, Double> objectiveWeights(Map<String, Double> otherwise) {
        Map<String, Map<String, Double>> profiles = new LinkedHashMap<>();
        for (Yaml.Entry entry : policies.mapping("objectiveProfiles").all()) {
            Map<String, Double> weights = new LinkedHashMap<>();
            for (Yaml.Entry weight : Entries.of(entry.value(), report).all()) {
                values.number(weight.value(), -100, 100).ifPresent(value -> weights.put(weight.key(), value));
            }
            profiles.put(entry.key(), weights);
        }
        return chosen("objectiveProfile", profiles).orElse(otherwise);
    }

    private <T> Optional<T> chosen(String key, Map<String, T> profiles) {
        Optional<Yaml> yaml = policies.value(key);
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        String name = Values.written(yaml.get());
        if (!profiles.containsKey(name)) {
            report.error(
                    "unknown-profile",
                    yaml.get().at(),
                    say("「" + name + "」というプロファイルはありません。", "There is no profile \"" + name + "\"."),
                    Hint.of(name, List.copyOf(profiles.keySet())));
        }
        return Optional.ofNullable(profiles.get(name));
    }

    /** Returns how many promotional mails one person gets: {@code [{days: 7, mails: 1}]}. */
    List<MailLimit> mailLimits() {
        List<MailLimit> limits = new ArrayList<>();
        Optional<Yaml> yaml = policies.value("mailPerPerson");
        if (yaml.isPresent()) {
            for (Yaml item : values.items(yaml.get())) {
                Entries limit = Entries.of(item, report);
                Optional<Integer> days = limit.required("days").flatMap(value -> values.whole(value, 1, 3650));
                Optional<Integer> mails = limit.required("mails").flatMap(value -> values.whole(value, 0, 10_000));
                if (days.isPresent() && mails.isPresent()) {
                    limits.add(new MailLimit(days.get(), mails.get()));
                }
                limit.end();
            }
        }
        return limits;
    }
}
