package io.shirube.engine.portfolio;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.FindingType;
import java.util.OptionalDouble;
import java.util.Set;

/** What an account has to show for each kind of finding. */
final class Grounds {

    private Grounds() {}

    /** Returns what the account shares with others, none when it shows nothing of the kind. */
    static Set<String> keys(FindingType type, AccountView account) {
        FindingType.Limits limits = type.limits();
        return switch (type.kind()) {
            case PRODUCT_FEEDBACK -> account.themes(limits.withinDays());
            case KNOWLEDGE_GAP -> account.topics(limits.withinDays());
            case SHARED_INCIDENT -> account.outages();
            case PRICING_REVIEW -> only("", wantsMoreAtTheCeiling(limits, account));
            case ADVISORY_BOARD -> only("", couldSitOnTheBoard(account));
            case ONBOARDING_PROGRAMME_REVIEW ->
                only(
                        account.programme(),
                        isInCohort(type, account) && isBelow(account.signal("csMetricRatio"), limits.level()));
            case PATTERN_ACROSS_ACCOUNTS ->
                only(
                        account.programme(),
                        isAtLeast(account.signal("usageChange"), limits.rise())
                                && isAtLeast(account.signal("npsFieldN"), limits.answers())
                                && isAtMost(account.signal("npsFieldAvg"), limits.level()));
        };
    }

    /** Returns whether the account is one of those that are looked at together: who finished the programme lately. */
    static boolean isInCohort(FindingType type, AccountView account) {
        FindingType.Limits limits = type.limits();
        OptionalDouble days = account.number(FactType.ACCOUNT, "onboardingCompletedDaysAgo");
        return type.kind() == FindingType.Kind.ONBOARDING_PROGRAMME_REVIEW
                && isAtLeast(days, limits.afterDays())
                && isAtMost(days, limits.afterDays() + limits.withinDays());
    }

    private static boolean wantsMoreAtTheCeiling(FindingType.Limits limits, AccountView account) {
        OptionalDouble asked = account.signal("expansionInterestDaysAgo");
        return isAtLeast(account.signal("priceCeilingReached"), 1)
                && isAtLeast(asked, 0)
                && isAtMost(asked, limits.withinDays());
    }

    private static boolean couldSitOnTheBoard(AccountView account) {
        return account.isHigh()
                && account.isDeep()
                && isAtLeast(account.signal("sponsorsPresent"), 1)
                && !isAtLeast(account.signal("advisoryBoardMember"), 1);
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
