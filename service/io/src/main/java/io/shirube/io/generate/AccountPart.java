package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Decided;
import io.shirube.io.generate.Happenings.Term;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an account and its contract. */
final class AccountPart {

    private static final List<String> PLANS = List.of("LITE", "STANDARD", "PRO");
    private static final List<String> OPTIONS = List.of("SSO", "API", "分析", "モバイル");

    private AccountPart() {}

    static Map<String, @Nullable Object> account(View view) {
        Traits traits = view.traits();
        Dice dice = view.lasting("account");
        Map<String, @Nullable Object> account = new LinkedHashMap<>();
        account.put("id", view.id());
        account.put("name", traits.name());
        if (!dice.chance(0.07)) {
            account.put("employees", (double) traits.employees());
        }
        if (traits.isLarge() && dice.chance(0.3)) {
            account.put("groupEmployees", (double) (traits.employees() * dice.whole(2, 8)));
        }
        account.put("industry", traits.industry().name());
        LocalDate onboarded = view.last("onboardingCompletedOn");
        if (dice.chance(0.08) && onboarded != null && view.daysToDecision() > 150) {
            account.put("stage", "ADOPTION");
        }
        Map<String, @Nullable Object> attributes = attributes(traits, dice);
        if (!attributes.isEmpty()) {
            account.put("attributes", attributes);
        }
        account.put("onboardingCompletedOn", text(onboarded));
        return account;
    }

    private static Map<String, @Nullable Object> attributes(Traits traits, Dice dice) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        put(attributes, "strategic", true, dice.chance(0.04));
        put(attributes, "communityTouch", true, dice.chance(0.1));
        put(attributes, "testTenant", true, dice.chance(0.01));
        put(attributes, "successCeiling", "LIGHT", dice.chance(0.08));
        put(attributes, "usageRhythm", traits.monthly() ? "MONTHLY" : "DAILY", traits.monthly() || dice.chance(0.5));
        put(attributes, "contactIsDecider", true, traits.isSmall() && dice.chance(0.25));
        return attributes;
    }

    private static void put(Map<String, @Nullable Object> attributes, String name, Object value, boolean told) {
        if (told) {
            attributes.put(name, value);
        }
    }

    static Map<String, @Nullable Object> contract(View view) {
        Traits traits = view.traits();
        Term term = view.term();
        Dice dice = view.lasting("contract");
        Map<String, @Nullable Object> contract = new LinkedHashMap<>();
        if (!dice.chance(0.02)) {
            contract.put("start", term.start().toString());
            contract.put("end", term.end().toString());
        }
        Map<String, @Nullable Object> notice = traits.notice().written(term.end());
        if (notice != null) {
            contract.put("noticeRule", notice);
        }
        contract.put("noticeReceivedOn", text(noticeReceived(view, term)));
        LocalDate budget = RenewalModel.budgetDate(traits, term);
        if (budget != null && dice.chance(0.85)) {
            contract.put("budgetSubmissionDate", budget.toString());
        }
        if (!dice.chance(0.04)) {
            contract.put("autoRenew", traits.autoRenew());
        }
        contract.put("termMonths", (double) traits.termMonths());
        if (!dice.chance(0.03)) {
            contract.put("arr", term.arr());
            contract.put("mrr", Dice.rounded(term.arr() / 12, 0));
        }
        contract.put("currency", "JPY");
        int plan = traits.isLarge() ? 2 : traits.isSmall() ? dice.whole(0, 1) : dice.whole(1, 2);
        contract.put("plan", PLANS.get(plan));
        contract.put("products", dice.chance(0.4) ? List.of("BASE", dice.oneOf(OPTIONS)) : List.of("BASE"));
        return contract;
    }

    private static @Nullable LocalDate noticeReceived(View view, Term term) {
        Decided decision = view.happenings().decided(term, LocalDate.MAX);
        if (decision == null || decision.fate() != Fate.CHURNED) {
            return null;
        }
        return decision.noticeOn().isAfter(view.asOf()) ? null : decision.noticeOn();
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
