package io.shirube.io.generate;

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

    static Map<String, @Nullable Object> account(Profile profile, Dice dice) {
        CompanyNames.Industry industry = CompanyNames.industry(dice);
        Map<String, @Nullable Object> account = new LinkedHashMap<>();
        account.put("id", profile.id());
        account.put("name", CompanyNames.name(industry, dice));
        if (!dice.chance(0.07)) {
            account.put("employees", (double) profile.employees());
        }
        if (profile.isLarge() && dice.chance(0.3)) {
            account.put("groupEmployees", (double) (profile.employees() * dice.whole(2, 8)));
        }
        account.put("industry", industry.name());
        if (dice.chance(0.08) && profile.story() == Story.STEADY) {
            account.put("stage", "ADOPTION");
        }
        Map<String, @Nullable Object> attributes = attributes(dice);
        if (!attributes.isEmpty()) {
            account.put("attributes", attributes);
        }
        account.put("onboardingCompletedOn", text(onboarded(profile, dice)));
        return account;
    }

    private static Map<String, @Nullable Object> attributes(Dice dice) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        if (dice.chance(0.04)) {
            attributes.put("strategic", true);
        }
        if (dice.chance(0.1)) {
            attributes.put("communityTouch", true);
        }
        if (dice.chance(0.01)) {
            attributes.put("testTenant", true);
        }
        if (dice.chance(0.08)) {
            attributes.put("successCeiling", "LIGHT");
        }
        return attributes;
    }

    private static @Nullable LocalDate onboarded(Profile profile, Dice dice) {
        if (profile.story().isBeforeStart() || dice.chance(0.03)) {
            return null;
        }
        int took = dice.whole(30, 120);
        if (profile.renewals() > 0) {
            return profile.start()
                    .minusMonths((long) profile.renewals() * profile.termMonths())
                    .plusDays(took);
        }
        return took < profile.daysIn() ? profile.start().plusDays(took) : null;
    }

    static Map<String, @Nullable Object> contract(Profile profile, Dice dice) {
        Map<String, @Nullable Object> contract = new LinkedHashMap<>();
        if (!dice.chance(0.02)) {
            contract.put("start", text(profile.start()));
            contract.put("end", text(profile.end()));
        }
        notice(profile, contract, dice);
        contract.put("noticeReceivedOn", text(noticeReceived(profile, dice)));
        if (profile.isLarge() && dice.chance(0.3)) {
            contract.put("budgetSubmissionDate", text(profile.end().minusDays(dice.whole(100, 160))));
        }
        if (!dice.chance(0.04)) {
            contract.put("autoRenew", profile.story() != Story.LAPSED && dice.chance(0.88));
        }
        contract.put("termMonths", (double) profile.termMonths());
        if (!dice.chance(0.03)) {
            double arr = arr(profile, dice);
            contract.put("arr", arr);
            contract.put("mrr", Dice.rounded(arr / 12, 0));
        }
        contract.put("currency", "JPY");
        contract.put(
                "plan", PLANS.get(profile.isLarge() ? 2 : profile.isSmall() ? dice.whole(0, 1) : dice.whole(1, 2)));
        contract.put("products", dice.chance(0.4) ? List.of("BASE", dice.oneOf(OPTIONS)) : List.of("BASE"));
        return contract;
    }

    private static double arr(Profile profile, Dice dice) {
        double price = dice.logNormal(26_000, 0.45) * StrictMath.pow(profile.seats(), -0.08);
        return Math.max(60_000, Dice.rounded(profile.seats() * price / 1000, 0) * 1000);
    }

    private static @Nullable LocalDate noticeReceived(Profile profile, Dice dice) {
        boolean leaves = profile.story() == Story.LEAVING && dice.chance(0.3);
        return leaves ? profile.daysAgo(dice.whole(0, 30)) : null;
    }

    private static void notice(Profile profile, Map<String, @Nullable Object> contract, Dice dice) {
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        double kind = dice.share();
        if (kind < 0.4) {
            rule.put("kind", "MONTHS_BEFORE_END");
            rule.put("n", (double) dice.oneOf(List.of(1, 1, 1, 2, 3, 3)));
        } else if (kind < 0.65) {
            rule.put("kind", "DAYS_BEFORE_END");
            rule.put("n", (double) dice.oneOf(List.of(30, 30, 60, 90)));
        } else if (kind < 0.75) {
            rule.put("kind", "DAY_OF_MONTH_BEFORE_END_MONTH");
            rule.put("months", 1.0);
            rule.put("day", (double) dice.oneOf(List.of(20, 24)));
        } else if (kind < 0.83) {
            rule.put("kind", "END_OF_MONTH_BEFORE");
            rule.put("months", (double) dice.whole(1, 2));
        } else if (kind < 0.87) {
            rule.put("kind", "FIXED");
            rule.put("date", text(profile.end().minusDays(dice.whole(30, 100))));
        } else {
            return;
        }
        contract.put("noticeRule", rule);
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
