package io.shirube.engine.input;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.AccountSnapshot.Uplift;
import io.shirube.engine.model.Measurement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the tree of one entry into a snapshot and collects everything that is wrong with it. A tree is made of maps with
 * text keys, lists, {@code String}, {@code Double}, {@code Boolean}, null and {@link Unreadable}. Immutable, safe for
 * use by many threads.
 */
public final class SnapshotAssembler {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TERM_MONTHS = 600;

    private final ZoneId zone;

    /** @param zone the book's zone, in which a moment becomes a day */
    public SnapshotAssembler(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /** Reads an entry, which must be an object. */
    public Assembled assemble(@Nullable Object tree) {
        return assemble(tree, new ProblemList());
    }

    /** Reads an entry and adds its problems to those its reader already found. */
    public Assembled assemble(@Nullable Object tree, ProblemList problems) {
        if (!(tree instanceof Map<?, ?> members)) {
            if (tree != Unreadable.VALUE) {
                problems.add(
                        InputCode.WRONG_TYPE,
                        "",
                        "1件の顧客企業は {\"account\":{\"id\":…}} の形のオブジェクトで指定してください。",
                        "An entry must be an object such as {\"account\":{\"id\":…}}.");
            }
            return new Assembled(
                    entry(new Node("", Map.of(), new Values(zone, new ProblemList()))), problems.problems());
        }
        Node node = new Node("", members, new Values(zone, problems));
        AccountSnapshot draft = entry(node);
        node.end();
        return new Assembled(draft, problems.problems());
    }

    private static AccountSnapshot entry(Node node) {
        return new AccountSnapshot(
                account(node),
                node.object("contract", SnapshotAssembler::contract),
                signals(node),
                node.objects("tickets", Items::ticket),
                node.objects("contacts", Items::contact),
                node.objects("openActions", (item, index) -> Items.openAction(item)),
                node.objects("outcomes", (item, index) -> Items.outcome(item)),
                node.objects("touches", (item, index) -> Items.touch(item)),
                evidence(node),
                node.object("pin", SnapshotAssembler::pin),
                node.object("previous", SnapshotAssembler::previous),
                node.object("uplift", SnapshotAssembler::uplift));
    }

    private static Account account(Node entry) {
        Account account = entry.object("account", SnapshotAssembler::accountOf);
        if (account == null) {
            if (entry.raw("account") == null) {
                entry.values().problems().addRequired("account.id");
            }
            return new Account("", null, null, null, null, null, Map.of(), null, null);
        }
        return account;
    }

    private static Account accountOf(Node node) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        String id = id(node);
        String name = node.text("name");
        Double employees = node.number("employees");
        Double groupEmployees = node.number("groupEmployees");
        String industry = node.text("industry");
        String stage = node.text("stage");
        node.each("attributes", (key, at, value) -> {
            if (named(node.values(), at, key)) {
                attributes.put(key, SignalValues.single(node.values(), at, value));
            }
        });
        return new Account(
                id,
                name,
                employees,
                groupEmployees,
                industry,
                stage,
                attributes,
                node.text("parentId"),
                node.date("onboardingCompletedOn"));
    }

    private static String id(Node node) {
        String id = node.requiredText("id");
        if (id == null) {
            return "";
        }
        if (id.length() > LONGEST_ID || id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            String at = node.path("id");
            node.values()
                    .problems()
                    .add(
                            InputCode.INVALID_TEXT,
                            at,
                            at + " は制御文字を含まない1〜" + LONGEST_ID + "文字にしてください。文字数: " + id.length(),
                            at + " must have 1 to " + LONGEST_ID + " characters and no control characters; has "
                                    + id.length() + ".");
        }
        return id;
    }

    private static Contract contract(Node node) {
        return new Contract(
                node.date("start"),
                node.date("end"),
                node.object("noticeRule", SnapshotAssembler::noticeRule),
                node.date("noticeReceivedOn"),
                node.date("budgetSubmissionDate"),
                node.bool("autoRenew"),
                node.whole("termMonths", 0, LONGEST_TERM_MONTHS),
                node.number("arr"),
                node.number("mrr"),
                node.text("currency"),
                node.text("plan"),
                node.texts("products"));
    }

    private static @Nullable NoticeRule noticeRule(Node node) {
        return NoticeRules.read(node);
    }

    private static Map<String, List<Measurement>> signals(Node entry) {
        Map<String, List<Measurement>> signals = new LinkedHashMap<>();
        entry.each("signals", (name, at, value) -> {
            if (named(entry.values(), at, name)) {
                signals.put(name, SignalValues.measurements(entry, at, value));
            }
        });
        return signals;
    }

    /** Returns whether a name that the caller chose can be shown and stored. */
    private static boolean named(Values values, String at, String name) {
        if (!name.isBlank() && name.length() <= LONGEST_ID && name.codePoints().noneMatch(SnapshotAssembler::isOdd)) {
            return true;
        }
        values.problems()
                .add(
                        InputCode.INVALID_TEXT,
                        at,
                        at + ": 名前は制御文字を含まない1〜" + LONGEST_ID + "文字にしてください。",
                        at + ": a name must have 1 to " + LONGEST_ID + " characters and no control characters.");
        return false;
    }

    private static boolean isOdd(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    private static Map<String, Evidence> evidence(Node entry) {
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        entry.each("evidence", (type, at, value) -> {
            Evidence read = named(entry.values(), at, type) ? entry.objectOf(at, value, Items::evidence) : null;
            if (read != null) {
                evidence.put(type, read);
            }
        });
        return evidence;
    }

    private static @Nullable Pin pin(Node node) {
        String touch = node.requiredText("touch");
        Pin pin = new Pin(touch == null ? "" : touch, node.text("reason"), node.text("by"), node.date("expiresOn"));
        return touch == null ? null : pin;
    }

    private static @Nullable Uplift uplift(Node node) {
        String requestedBy = node.text("requestedBy");
        String reason = node.text("reason");
        Double hours = node.number("hours");
        LocalDate until = node.date("until");
        String owner = node.text("owner");
        if (until == null && node.raw("until") == null) {
            node.values().problems().addRequired(node.path("until"));
        }
        return until == null ? null : new Uplift(requestedBy, reason, hours, until, owner);
    }

    private static Previous previous(Node node) {
        return new Previous(
                node.text("touch"),
                node.date("since"),
                node.text("stage"),
                node.object("pending", SnapshotAssembler::pending));
    }

    private static @Nullable Pending pending(Node node) {
        String touch = node.requiredText("touch");
        Pending pending = new Pending(touch == null ? "" : touch, node.date("since"));
        return touch == null ? null : pending;
    }
}
