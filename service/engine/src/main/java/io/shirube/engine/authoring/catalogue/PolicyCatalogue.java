package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.BuiltinFields.Dimension;
import io.shirube.engine.rules.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads policies.yml and calendar.yml. Every key may be left out; the shipped default then stands. */
final class PolicyCatalogue {

    private static final List<Dimension> SHIPPED = List.of(
            new Dimension("deployment", "導入", "Deployment"),
            new Dimension("adoption", "利用", "Adoption"),
            new Dimension("breadth", "活用の幅", "Breadth"),
            new Dimension("value", "成果", "Value"),
            new Dimension("voice", "顧客の声", "Voice"),
            new Dimension("support", "サポート", "Support"),
            new Dimension("relationship", "関係", "Relationship"),
            new Dimension("commercial", "取引", "Commercial"));
    private static final List<String> PURPOSES = List.of(Aims.CHURN_EARLY_WARNING, "SUCCESS", "RENEWAL_FORECAST");
    private static final Set<String> FACTORS = Set.of("propensity", "context", "value", "lever");

    private final Entries policies;
    private final Entries calendar;
    private final Report report;
    private final Values values;
    private final CatalogueNames dimensionNames;
    private final Map<String, String> purposes = new HashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();
    private String scorePurpose = "";

    PolicyCatalogue(Entries policies, Entries calendar, Report report) {
        this.policies = policies;
        this.calendar = calendar;
        this.report = report;
        this.values = new Values(report);
        this.dimensionNames = new CatalogueNames(report, Set.of());
    }

    /** Returns the health dimensions, written as names or as {@code {name: …, ja: …, en: …}}. */
    List<Dimension> dimensions() {
        Optional<Yaml> yaml = policies.value("dimensions");
        if (yaml.isEmpty()) {
            return SHIPPED;
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (Yaml item : values.items(yaml.get())) {
            dimension(item).ifPresent(dimensions::add);
        }
        return dimensions;
    }

    private Optional<Dimension> dimension(Yaml item) {
        Dimension dimension;
        if (item instanceof Yaml.Mapping) {
            Entries entries = Entries.of(item, report);
            dimension =
                    new Dimension(entries.requiredText("name"), entries.requiredText("ja"), entries.requiredText("en"));
            entries.value("purpose")
                    .flatMap(purpose -> values.oneOf(purpose, PURPOSES))
                    .ifPresent(purpose -> purposes.put(entries.text("name", ""), purpose));
            entries.end();
        } else {
            String name = Values.written(item);
            dimension = SHIPPED.stream()
                    .filter(shipped -> shipped.name().equals(name))
                    .findFirst()
                    .orElse(new Dimension(name, name, name));
        }
        String name = dimension.name();
        places.put(name, item.at());
        if (Set.of("score", "band", "coverage", "cap").contains(name)) {
            report.error(
                    "name-taken",
                    item.at(),
                    say("「" + name + "」は最初から用意されている名前です。", "\"" + name + "\" is a name the program already uses."),
                    say("別の名前にしてください。", "Choose another name."));
            return Optional.empty();
        }
        return dimensionNames.field(name, item.at()) ? Optional.of(dimension) : Optional.empty();
    }

    /** Returns what the scores are for; call it after {@link #policies}. */
    Aims aims(Map<String, Position> targets) {
        Map<String, Aims.DimensionAim> dimensions = new LinkedHashMap<>();
        places.forEach((name, at) ->
                dimensions.put(name, new Aims.DimensionAim(purposes.getOrDefault(name, scorePurpose), at)));
        return new Aims(targets, scorePurpose, dimensions);
    }

    /**
     * Returns the policies; call it after {@link #dimensions}.
     *
     * @param actionTypes the names a profile may list
     */
    Policies policies(List<Dimension> dimensions, List<String> actionTypes) {
        PolicyProfiles profiles = new PolicyProfiles(policies, actionTypes, report);
        Entries bands = policies.mapping("bands");
        Entries suppression = policies.mapping("suppression");
        double green = number(bands, "green", 0, 100, 70);
        double yellow = number(bands, "yellow", 0, 100, 40);
        if (yellow > green) {
            report.error(
                    "range-inverted",
                    bands.place("yellow"),
                    say("yellow が green より大きくなっています。", "yellow is above green."),
                    say("yellow を green 以下にしてください。", "Make yellow at most green."));
        }
        Policies result = new Policies(
                currency(),
                number(policies, "valueFull", 1, 1e12, 2_400_000),
                switchedOff(),
                profiles.objectiveWeights(weights("objectiveWeights")),
                weights("groupWeights"),
                byTouch("openBundles", yaml -> values.whole(yaml, 0, 100), List.of(3, 2, 1)),
                byTouch("minimumCoverage", yaml -> values.number(yaml, 0, 1), List.of(0.6, 0.6, 0.5)),
                green,
                yellow,
                byTouch(
                        "renewalSteps",
                        this::steps,
                        List.of(List.of(180, 120, 90, 60, 30), List.of(90, 30), List.of(60, 30, 7))),
                whole(policies, "assumedNoticeDays", 0, 3650, 30),
                number(policies, "holdOutPercent", 0, 100, 0),
                whole(suppression, "outcomes", 1, 1000, 2),
                whole(suppression, "withinDays", 1, 3650, 60),
                whole(suppression, "pauseDays", 0, 3650, 90),
                holidays(),
                calendar.value("until").flatMap(values::date).orElse(LocalDate.EPOCH),
                dimensions.stream().map(Dimension::name).toList(),
                new Policies.Restraint(
                        profiles.actionTypes(),
                        number(policies, "segmentMargin", 0, 1, 0.1),
                        whole(policies, "segmentDwellDays", 0, 3650, 60),
                        profiles.mailLimits(),
                        whole(policies, "upliftMaxDays", 1, 3650, 60),
                        number(policies, "upliftMaxHours", 0, 10_000, 20)));
        scorePurpose = policies.value("scorePurpose")
                .flatMap(yaml -> values.oneOf(yaml, PURPOSES))
                .orElse("");
        List.of("source", "note").forEach(policies::value);
        List.of("source", "note").forEach(calendar::value);
        List.of(bands, suppression, policies, calendar).forEach(Entries::end);
        return result;
    }

    private String currency() {
        Optional<Yaml> yaml = policies.value("currency");
        String currency = yaml.map(Values::written).orElse("JPY");
        if (!currency.matches("[A-Z]{3}")) {
            report.error(
                    "bad-currency",
                    policies.place("currency"),
                    say("「" + currency + "」は通貨コードではありません。", "\"" + currency + "\" is not a currency code."),
                    say("JPY のように大文字3字で書いてください。", "Write three capital letters, such as JPY."));
        }
        return currency;
    }

    private Set<String> switchedOff() {
        return policies.value("switchedOff")
                .map(yaml -> Set.copyOf(values.list(
                        yaml,
                        item -> values.oneOf(item, FACTORS.stream().sorted().toList()))))
                .orElse(Set.of());
    }

    private Map<String, Double> weights(String key) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Yaml.Entry entry : policies.mapping(key).all()) {
            values.number(entry.value(), -100, 100).ifPresent(weight -> weights.put(entry.key(), weight));
        }
        return weights;
    }

    private Optional<List<Integer>> steps(Yaml yaml) {
        List<Integer> steps = values.list(yaml, item -> values.whole(item, 0, 3650));
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) >= steps.get(i - 1)) {
                report.error(
                        "steps-order",
                        yaml.at(),
                        say("更新ステップは大きい日数から順に書きます。", "Renewal steps go from more days to fewer."),
                        say("[180, 120, 90, 60, 30] のように並べてください。", "Write them like [180, 120, 90, 60, 30]."));
                break;
            }
        }
        return Optional.of(steps);
    }

    private Set<LocalDate> holidays() {
        Optional<Yaml> yaml = calendar.value("holidays");
        Set<LocalDate> holidays = new HashSet<>();
        if (yaml.isPresent()) {
            for (Yaml item : values.items(yaml.get())) {
                values.date(item).ifPresent(date -> holiday(holidays, date, item.at()));
            }
        }
        return holidays;
    }

    private void holiday(Set<LocalDate> holidays, LocalDate date, Position at) {
        if (!holidays.add(date)) {
            report.notice(
                    "duplicate-date",
                    at,
                    say(date + " が2回書かれています。", date + " is written twice."),
                    say("片方を消してかまいません。", "One of the two can go."));
        }
    }

    private <T> List<T> byTouch(String key, Function<Yaml, Optional<T>> reader, List<T> shipped) {
        return policies.value(key).flatMap(yaml -> values.byTouch(yaml, reader)).orElse(shipped);
    }

    private double number(Entries entries, String key, double min, double max, double shipped) {
        return entries.value(key).flatMap(yaml -> values.number(yaml, min, max)).orElse(shipped);
    }

    private int whole(Entries entries, String key, int min, int max, int shipped) {
        return entries.value(key).flatMap(yaml -> values.whole(yaml, min, max)).orElse(shipped);
    }
}
