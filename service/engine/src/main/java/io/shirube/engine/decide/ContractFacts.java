package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a snapshot tells of the contract, and writes what the renewal clock makes of it. */
final class ContractFacts {

    private static final List<String> KINDS = List.of(
            "DAYS_BEFORE_END", "MONTHS_BEFORE_END", "DAY_OF_MONTH_BEFORE_END_MONTH", "END_OF_MONTH_BEFORE", "FIXED");
    private static final Map<String, Integer> MOST =
            Map.of("DAYS_BEFORE_END", 3660, "MONTHS_BEFORE_END", 120, "END_OF_MONTH_BEFORE", 120);

    private final Vocabulary vocabulary;
    private final String currency;

    /** @param currency the book's one currency */
    ContractFacts(Vocabulary vocabulary, String currency) {
        this.vocabulary = vocabulary;
        this.currency = currency;
    }

    void read(@Nullable Contract contract, Slots slots, SlotWriter writer) {
        if (contract == null) {
            return;
        }
        LocalDate start = contract.start();
        LocalDate end = contract.end();
        writer.date(slots, field("start"), start, "contract.start");
        writer.date(slots, field("end"), end, "contract.end");
        writer.event(slots, field("noticeReceivedOn"), contract.noticeReceivedOn(), "contract.noticeReceivedOn");
        writer.date(
                slots, field("budgetSubmissionDate"), contract.budgetSubmissionDate(), "contract.budgetSubmissionDate");
        writer.flag(slots, field("autoRenew"), contract.autoRenew());
        Integer months = contract.termMonths();
        writer.number(slots, field("termMonths"), months == null ? null : months.doubleValue(), "contract.termMonths");
        writer.number(slots, field("arr"), contract.arr(), "contract.arr");
        writer.number(slots, field("mrr"), contract.mrr(), "contract.mrr");
        writer.text(slots, field("currency"), contract.currency(), "contract.currency");
        writer.text(slots, field("plan"), contract.plan(), "contract.plan");
        writer.texts(slots, field("products"), contract.products(), "contract.products");
        check(contract, start, end, writer.problems());
        checkRule(contract.noticeRule(), writer);
    }

    private void check(Contract contract, @Nullable LocalDate start, @Nullable LocalDate end, Problems problems) {
        String told = contract.currency();
        if (told != null && !told.equals(currency)) {
            problems.add(
                    "WRONG_CURRENCY",
                    "contract.currency",
                    "contract.currency は " + currency + " だけ使えます。値: " + Problems.shown(told),
                    "contract.currency must be " + currency + ", but is " + Problems.shown(told) + ".");
        }
        if (start != null && end != null && end.isBefore(start)) {
            problems.add(
                    "OUT_OF_RANGE",
                    "contract.end",
                    "contract.end（" + end + "）が contract.start（" + start + "）より前です。",
                    "contract.end (" + end + ") lies before contract.start (" + start + ").");
        }
    }

    private static void checkRule(@Nullable NoticeRule rule, SlotWriter writer) {
        if (rule == null) {
            return;
        }
        String kind = rule.kind();
        Problems problems = writer.problems();
        if (!KINDS.contains(kind)) {
            problems.unknownValue("contract.noticeRule.kind", kind, KINDS);
            return;
        }
        if (kind.equals("FIXED")) {
            LocalDate date = rule.date();
            if (date == null) {
                required(problems, "date", kind);
            } else {
                writer.sound(date, "contract.noticeRule.date");
            }
        } else if (kind.equals("DAY_OF_MONTH_BEFORE_END_MONTH")) {
            bounded(problems, "months", rule.months() == null ? Integer.valueOf(1) : rule.months(), 0, 120, kind);
            bounded(problems, "day", rule.day(), 1, 31, kind);
        } else if (kind.equals("END_OF_MONTH_BEFORE") && rule.months() != null) {
            bounded(problems, "months", rule.months(), 0, 120, kind);
        } else {
            bounded(problems, "n", rule.n(), 0, MOST.getOrDefault(kind, 0), kind);
        }
    }

    private static void bounded(
            Problems problems, String name, @Nullable Integer value, int min, int max, String kind) {
        String path = "contract.noticeRule." + name;
        if (value == null) {
            required(problems, name, kind);
        } else if (value < min || value > max) {
            problems.add(
                    "OUT_OF_RANGE",
                    path,
                    path + " は " + min + "〜" + max + " の範囲で指定してください。値: " + value,
                    path + " must lie in " + min + " to " + max + ", but is " + value + ".");
        }
    }

    private static void required(Problems problems, String name, String kind) {
        String path = "contract.noticeRule." + name;
        problems.add("REQUIRED", path, kind + " には " + path + " が必須です。", path + " is required with " + kind + ".");
    }

    /** Writes the current term's dates over the told ones, and what the clock computed. */
    void write(RenewalTerms terms, Slots slots, SlotWriter writer) {
        if (terms.rolled() > 0) {
            writer.date(slots, field("start"), terms.start(), "contract.start");
            writer.date(slots, field("end"), terms.end(), "contract.end");
        }
        LocalDate deadline = terms.noticeDeadline();
        writer.date(slots, field("noticeDeadline"), deadline, "contract.noticeDeadline");
        writer.date(slots, field("decisionDate"), terms.decisionDate(), "contract.decisionDate");
        writer.flag(slots, field("noticeAssumed"), deadline == null ? null : "ASSUMED".equals(terms.basis()));
        Double share = terms.elapsedShare(writer.asOf());
        if (share != null) {
            slots.set(field("elapsedShare").slot(), share);
        }
    }

    private io.shirube.engine.rules.Field field(String name) {
        return vocabulary.required(FactType.CONTRACT, name);
    }
}
