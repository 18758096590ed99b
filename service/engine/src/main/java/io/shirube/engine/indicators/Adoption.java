package io.shirube.engine.indicators;

import java.util.OptionalDouble;

/** How far customers got, and how much they use. */
public final class Adoption {

    private Adoption() {}

    /**
     * Onboarding completion, オンボーディング完了率 (期限到来ベース): {@code accounts that finished all milestones ÷ accounts past their
     * programme's deadline}; who finished counts only when past it too.
     */
    public static Share completion(long finished, long pastDeadline) {
        return new Share(finished, pastDeadline);
    }

    /**
     * Onboarding completion as others count it (期間内ベース): {@code accounts that finished ÷ all accounts in their onboarding
     * period}. Lower than {@link #completion}, because many of them have only begun.
     */
    public static Share completionWithinPeriod(long finished, long inPeriod) {
        return new Share(finished, inPeriod);
    }

    /**
     * Active rate, 利用率: {@code active users ÷ seats}, 0 or more; above 1 when more people use it than seats were sold.
     *
     * @return nothing when there are no seats
     */
    public static OptionalDouble activeRate(double activeUsers, double seats) {
        return ratio(Money.notNegative(activeUsers, "activeUsers"), Money.notNegative(seats, "seats"));
    }

    /**
     * Feature use rate: {@code users of the feature ÷ active users}, 0..1, because who uses the feature is active.
     *
     * @return nothing when nobody is active
     */
    public static OptionalDouble featureUseRate(double featureUsers, double activeUsers) {
        if (featureUsers > activeUsers) {
            throw new IllegalArgumentException("featureUsers: more than the " + activeUsers + " active ones");
        }
        return ratio(Money.notNegative(featureUsers, "featureUsers"), activeUsers);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
