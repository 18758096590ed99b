package io.shirube.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds the figures of a report up again: from the lines of movers.csv for accounts that move, and from the portfolio and the
 * decisions of {@code batch} for those that do not. Knows nothing of the code that made the report.
 */
final class AddedAgain {

    private static final Map<String, String> CARE = Map.of("HIGH", "62", "LOW", "15", "TECH", "3.3");

    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final Set<String> changedTypes = new HashSet<>();
    private final LocalDate asOf;
    private final Set<String> reaching;

    /** @param reaching types of actions that reach the customer */
    AddedAgain(LocalDate asOf, Set<String> reaching) {
        this.asOf = asOf;
        this.reaching = Set.copyOf(reaching);
    }

    private record Work(String type, String role, BigDecimal hours, LocalDate due) {}

    private record Side(
            String touch, String stage, String band, BigDecimal care, int contacts, String month, List<Work> work) {

        BigDecimal hours() {
            return work.stream().map(Work::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    Map<String, BigDecimal> sums() {
        return sums;
    }

    private void add(String key, BigDecimal value) {
        sums.merge(key, value, BigDecimal::add);
    }

    private void add(String key, long value) {
        add(key, BigDecimal.valueOf(value));
    }

    /** Takes an account that moves. */
    void mover(Map<String, String> mover) {
        BigDecimal arr = arr(mover.getOrDefault("arr", ""));
        Side before = side(mover, "Before");
        Side after = side(mover, "After");
        account(before, after, arr, true, plain(text(mover, "owner")), plain(text(mover, "team")));
        add("totals.movers", 1);
        add("totals.movedArr", arr);
        for (String what : List.of("touch", "programme", "stage", "band", "success")) {
            boolean other = !text(mover, what + "Before").equals(text(mover, what + "After"));
            add("changed." + what, other ? 1 : 0);
        }
        boolean acts = false;
        for (String change : List.of("opened", "withdrawn", "held")) {
            for (String name : names(text(mover, change))) {
                acts = true;
                String type = name.substring(0, name.indexOf(':'));
                changedTypes.add(type);
                add("actions." + change, 1);
                add("action." + type + "." + change, 1);
                add("actions.all." + change, 1);
            }
        }
        add("changed.actions", acts ? 1 : 0);
        blame(text(mover, "blame"), arr);
        add("mover." + plain(text(mover, "account")) + ".arr", arr);
    }

    private void blame(String blame, BigDecimal arr) {
        Set<String> named = new HashSet<>();
        for (String set : blame.split(" \\| ", -1)) {
            List<String> edits = List.of(set.split("\\+"));
            named.addAll(edits);
            add("edit." + edits.get(0) + ".alone", edits.size() == 1 ? 1 : 0);
        }
        for (String edit : named) {
            add("edit." + edit + ".movers", 1);
            add("edit." + edit + ".arr", arr);
        }
    }

    /** Takes an account that stays. */
    void stays(JsonNode account, JsonNode decision) {
        Side side = side(decision);
        account(
                side,
                side,
                account.at("/contract/arr").decimalValue(),
                false,
                account.at("/account/attributes/owner").asText(""),
                account.at("/account/attributes/team").asText(""));
    }

    /** Takes what today's rules come to for an account, and what it tells of itself. */
    void calibrate(JsonNode account, JsonNode baseline) {
        String told = account.at("/previous/touch").asText("");
        if (!told.isEmpty()) {
            add("calibration.touchesTold", 1);
            add(
                    "calibration.touchesAgreed",
                    told.equals(baseline.at("/segment/touch").asText()) ? 1 : 0);
        }
        if (account.has("openActions")) {
            Set<String> open = new HashSet<>();
            account.get("openActions").forEach(one -> {
                if (Set.of("OPEN", "ACCEPTED", "SNOOZED", "HELD")
                        .contains(one.path("state").asText("OPEN"))) {
                    open.add(one.get("key").asText());
                }
            });
            Set<String> ruled = new HashSet<>();
            baseline.get("actions").forEach(one -> ruled.add(one.get("key").asText()));
            Set<String> known = new HashSet<>(ruled);
            baseline.get("suppressed").forEach(one -> {
                if (one.get("held").asBoolean()) {
                    known.add(one.get("key").asText());
                }
            });
            add("calibration.actionsTold", open.size());
            add(
                    "calibration.actionsAgreed",
                    open.stream().filter(known::contains).count());
            add(
                    "calibration.actionsOnlyByRules",
                    ruled.stream().filter(key -> !open.contains(key)).count());
        }
    }

    private void account(Side before, Side after, BigDecimal arr, boolean moves, String owner, String team) {
        add("totals.accounts", 1);
        add("totals.arr", arr);
        sides("totals.", before, after);
        matrix("touches." + before.touch() + "." + after.touch() + ".", before, after, arr);
        matrix("stages." + before.stage() + "." + after.stage() + ".", before, after, arr);
        matrix("bands." + before.band() + "." + after.band() + ".", before, after, arr);
        add("touch." + before.touch() + ".before", 1);
        add("touch." + after.touch() + ".after", 1);
        group("owners." + owner + ".", before, after, arr);
        group("teams." + team + ".", before, after, arr);
        work(before, "Before");
        work(after, "After");
        contacts(before, "Before");
        contacts(after, "After");
        add("renewals." + before.month() + "." + before.touch() + ".accountsBefore", 1);
        add("renewals." + after.month() + "." + after.touch() + ".accountsAfter", 1);
        add("renewals." + after.month() + ".accounts", 1);
        add("renewals." + after.month() + ".arr", arr);
        add("renewals." + after.month() + ".movers", moves ? 1 : 0);
        if (after.month().equals("unknown")) {
            add("renewals.unknown", 1);
        } else if (YearMonth.parse(after.month()).isBefore(YearMonth.of(2026, 4))) {
            add("renewals.earlier", 1);
        } else if (YearMonth.parse(after.month()).isAfter(YearMonth.of(2029, 3))) {
            add("renewals.later", 1);
        }
    }

    private void sides(String key, Side before, Side after) {
        add(key + "careHoursBefore", before.care());
        add(key + "careHoursAfter", after.care());
        add(key + "careHoursChange", after.care().subtract(before.care()));
        add(key + "actionHoursBefore", before.hours());
        add(key + "actionHoursAfter", after.hours());
        add(key + "actionHoursChange", after.hours().subtract(before.hours()));
    }

    private void matrix(String key, Side before, Side after, BigDecimal arr) {
        add(key + "accounts", 1);
        add(key + "arr", arr);
        add(key + "careHoursChange", after.care().subtract(before.care()));
    }

    private void group(String key, Side before, Side after, BigDecimal arr) {
        add(key + "accounts", 1);
        add(key + "arr", arr);
        sides(key, before, after);
    }

    private void work(Side side, String when) {
        for (Work one : side.work()) {
            for (String key : List.of("action." + one.type() + ".", "actions.all.")) {
                add(key + "open" + when, 1);
                add(key + "hours" + when, one.hours());
            }
            if (one.due().isBefore(asOf.plusWeeks(13))) {
                add("role." + one.role() + ".actions" + when, 1);
                add("role." + one.role() + ".hours" + when, one.hours());
            }
        }
    }

    private void contacts(Side side, String when) {
        String key = "contacts." + side.touch() + ".";
        add(key + "planned" + when, side.contacts());
        add(key + "crowded" + when, side.contacts() > 4 ? 1 : 0);
        sums.merge(key + "most" + when, BigDecimal.valueOf(side.contacts()), BigDecimal::max);
    }

    /** Adds what rests on sums: means, shares, and the types that stay as they are. */
    void end() {
        for (String touch : List.of("HIGH", "LOW", "TECH")) {
            for (String when : List.of("Before", "After")) {
                BigDecimal accounts = of("touch." + touch + "." + when.toLowerCase(java.util.Locale.ROOT));
                if (accounts.signum() > 0) {
                    sums.put(
                            "contacts." + touch + ".mean" + when,
                            of("contacts." + touch + ".planned" + when).divide(accounts, 2, RoundingMode.HALF_UP));
                }
            }
        }
        for (String what : List.of("touches", "actions")) {
            BigDecimal told = of("calibration." + what + "Told");
            if (told.intValue() >= 30) {
                BigDecimal agreed = of("calibration." + what + "Agreed").multiply(BigDecimal.valueOf(100));
                sums.put("calibration." + what + "Share", agreed.divide(told, 1, RoundingMode.HALF_UP));
            }
        }
        same();
    }

    private void same() {
        Set<String> types = new HashSet<>();
        sums.keySet().stream()
                .filter(key -> key.startsWith("action."))
                .forEach(key -> types.add(key.substring("action.".length(), key.lastIndexOf('.'))));
        for (String figure : List.of("opened", "withdrawn", "held")) {
            sums.put("actions.same." + figure, BigDecimal.ZERO);
        }
        for (String type : types) {
            String key = "action." + type + ".";
            if (!changedTypes.contains(type)
                    && of(key + "openBefore").compareTo(of(key + "openAfter")) == 0
                    && of(key + "hoursBefore").compareTo(of(key + "hoursAfter")) == 0) {
                for (String figure : List.of("openBefore", "openAfter", "hoursBefore", "hoursAfter")) {
                    add("actions.same." + figure, of(key + figure));
                }
            }
        }
    }

    /** Returns a sum, 0 when nothing was added to it. */
    BigDecimal of(String key) {
        return sums.getOrDefault(key, BigDecimal.ZERO);
    }

    private static Side side(Map<String, String> mover, String when) {
        List<Work> work = new ArrayList<>();
        for (String one : names(text(mover, "actions" + when))) {
            String[] parts = one.split("\\|", -1);
            work.add(new Work(
                    parts[0].substring(0, parts[0].indexOf(':')),
                    parts[1],
                    new BigDecimal(parts[2]),
                    LocalDate.parse(parts[3])));
        }
        String day = text(mover, "decisionDate" + when);
        return new Side(
                text(mover, "touch" + when),
                text(mover, "stage" + when),
                text(mover, "band" + when),
                new BigDecimal(text(mover, "careHours" + when)),
                Integer.parseInt(text(mover, "contacts" + when)),
                day.isEmpty() ? "unknown" : day.substring(0, 7),
                work);
    }

    private Side side(JsonNode decision) {
        List<Work> work = new ArrayList<>();
        Set<String> contacts = new HashSet<>();
        for (JsonNode action : decision.get("actions")) {
            LocalDate due = LocalDate.parse(action.get("dueOn").asText());
            String type = action.get("type").asText();
            work.add(new Work(
                    type,
                    action.get("ownerRole").asText(),
                    action.get("effortHours").decimalValue(),
                    due));
            if (reaching.contains(type) && !due.isAfter(asOf.plusDays(28))) {
                contacts.add(action.get("bundle").asText());
            }
        }
        String touch = decision.at("/segment/touch").asText();
        String day = decision.at("/renewal/decisionDate").asText("");
        return new Side(
                touch,
                decision.at("/stage/value").asText(),
                decision.at("/health/band").asText(),
                new BigDecimal(CARE.getOrDefault(touch, "0")),
                contacts.size(),
                day.isEmpty() || day.equals("null") ? "unknown" : day.substring(0, 7),
                work);
    }

    private static List<String> names(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    private static String text(Map<String, String> mover, String heading) {
        return mover.getOrDefault(heading, "");
    }

    /** Takes off the mark that keeps a spreadsheet from computing a text. */
    static String plain(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static BigDecimal arr(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }
}
