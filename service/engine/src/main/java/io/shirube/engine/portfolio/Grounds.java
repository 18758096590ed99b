package io.shirube.engine.portfolio;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.FindingType;
import java.util.OptionalDouble;
import java.util.Set;

/** What an account has to show for each kind of finding. */
final class Grounds {

    /** Days after onboarding before which its value is not judged. */
    private static final int SETTLED_DAYS = 60;

    /** Rise of use, per working day, that counts as use going up. */
    private static final double RISE = 0.1;

    private Grounds() {}

    /** Returns what the account shares with others, none when it shows nothing of the kind. */
    static Set<String> keys(FindingType type, AccountView account) {
        return switch (type.kind()) {
            case PRODUCT_FEEDBACK -> account.themes(type.withinDays());
            case KNOWLEDGE_GAP -> account.topics(type.withinDays());
            case SHARED_INCIDENT -> account.outages();
            case PRICING_REVIEW -> only("", wantsMoreAtTheCeiling(type, account));
            case ADVISORY_BOARD ->
                only("", account.isHigh() && account.isDeep() && isAtLeast(account.signal("sponsorsPresent"), 1));
            case ONBOARDING_PROGRAMME_REVIEW ->
                only(
                        account.programme(),
                        isInCohort(type, account) && isBelow(account.signal("csMetricRatio"), type.level()));
            case PATTERN_ACROSS_ACCOUNTS ->
                only(
                        account.programme(),
                        isAtLeast(account.signal("usageChange"), RISE)
                                && isAtMost(account.signal("npsFieldAvg"), type.level()));
        };
    }

    /** Returns whether the account is one of those that are looked at together: who finished the programme lately. */
    static boolean isInCohort(FindingType type, AccountView account) {
        OptionalDouble days = account.number(FactType.ACCOUNT, "onboardingCompletedDaysAgo");
        return type.kind() == FindingType.Kind.ONBOARDING_PROGRAMME_REVIEW
                && isAtLeast(days, SETTLED_DAYS)
                && isAtMost(days, SETTLED_DAYS + type.withinDays());
    }

    private static boolean wantsMoreAtTheCeiling(FindingType type, AccountView account) {
        OptionalDouble asked = account.signal("expansionInterestDaysAgo");
        return isAtLeast(account.signal("priceCeilingReached"), 1)
                && isAtLeast(asked, 0)
                && isAtMost(asked, type.withinDays());
    }

    private static Set<String> only(String key, boolean holds) {
        return holds ? Set.of(key) : Set.of();
    }

    private static boolean isAtLeast(OptionalDouble value, double level) {
        return value.isPresent() && value.getAsDouble() >= level;
    }

    private static boolean isAtMost(OptionalDouble value, double level) {
        return value.isPresent() && value.getAsDouble() <= level;
    }

    private static boolean isBelow(OptionalDouble value, double level) {
        return value.isPresent() && value.getAsDouble() < level;
    }
}
