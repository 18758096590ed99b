package io.shirube.engine.portfolio.report;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the readings of an account say of a day: the latest on or before it, unless that is too old to be believed. */
final class AccountReadings {

    private static final int USE_DAYS = 62;
    private static final int VOICE_DAYS = 365;
    private static final int ANY_AGE = Integer.MAX_VALUE;
    private static final List<String> GROUPS = List.of("npsField", "npsPromoter", "npsExecutive");

    private final AccountSnapshot snapshot;
    private final LocalDate asOf;

    /** @param asOf day of the readings that tell none */
    AccountReadings(AccountSnapshot snapshot, LocalDate asOf) {
        this.snapshot = snapshot;
        this.asOf = asOf;
    }

    /** A sum with how many it is of. */
    record Weighed(double sum, double n) {
        static final Weighed NONE = new Weighed(0, 0);

        OptionalDouble mean() {
            return n > 0 ? OptionalDouble.of(sum / n) : OptionalDouble.empty();
        }
    }

    OptionalDouble seats(LocalDate day) {
        return latest("licensedSeats", day, USE_DAYS);
    }

    OptionalDouble activeUsers(LocalDate day) {
        return latest("activeUsers30d", day, USE_DAYS);
    }

    OptionalDouble renewals() {
        return latest("renewalsCount", asOf, ANY_AGE);
    }

    /** Returns active users ÷ seats. */
    OptionalDouble activeRate(LocalDate day) {
        OptionalDouble users = activeUsers(day);
        OptionalDouble seats = seats(day);
        return users.isPresent() && seats.isPresent() && seats.getAsDouble() > 0
                ? OptionalDouble.of(users.getAsDouble() / seats.getAsDouble())
                : OptionalDouble.empty();
    }

    OptionalDouble featureUse(LocalDate day) {
        return latest("coreFeatureAdoption", day, USE_DAYS);
    }

    /** Returns the share of milestones done, 1 for who finished. */
    OptionalDouble milestones(LocalDate day) {
        LocalDate completed = snapshot.account().onboardingCompletedOn();
        if (completed != null && !completed.isAfter(day)) {
            return OptionalDouble.of(1);
        }
        OptionalDouble done = latest("milestonesDone", day, ANY_AGE);
        OptionalDouble total = latest("milestonesTotal", day, ANY_AGE);
        return done.isPresent() && total.isPresent() && total.getAsDouble() > 0
                ? OptionalDouble.of(Math.min(1, done.getAsDouble() / total.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Returns the NPS, −100..100, times its answers; of all answers if told, else of the groups of people. */
    Weighed nps(LocalDate day) {
        return ofAllOrGroups("", day);
    }

    /** Returns the mean rating, 0..10; of all answers if told, else of the groups, else of the contacts. */
    OptionalDouble rating(LocalDate day) {
        OptionalDouble all = latest("npsAvg", day, VOICE_DAYS);
        return all.isPresent() ? all : contacts(ofAllOrGroups("Avg", day), day).mean();
    }

    private Weighed ofAllOrGroups(String part, LocalDate day) {
        OptionalDouble all = latest("nps" + part, day, VOICE_DAYS);
        OptionalDouble answers = latest("npsN", day, VOICE_DAYS);
        if (all.isPresent() && answers.isPresent() && answers.getAsDouble() > 0) {
            return new Weighed(all.getAsDouble() * answers.getAsDouble(), answers.getAsDouble());
        }
        double sum = 0;
        double n = 0;
        for (String group : GROUPS) {
            OptionalDouble value = latest(group + part, day, VOICE_DAYS);
            OptionalDouble said = latest(group + "N", day, VOICE_DAYS);
            if (value.isPresent() && said.isPresent()) {
                sum += value.getAsDouble() * said.getAsDouble();
                n += said.getAsDouble();
            }
        }
        return n > 0 ? new Weighed(sum, n) : Weighed.NONE;
    }

    private Weighed contacts(Weighed told, LocalDate day) {
        List<AccountSnapshot.Contact> contacts = snapshot.contacts();
        if (told.n() > 0 || contacts == null) {
            return told;
        }
        double sum = 0;
        int n = 0;
        for (AccountSnapshot.Contact contact : contacts) {
            AccountSnapshot.Rating rating = contact.rating();
            Double value = rating == null ? null : rating.value();
            if (rating != null && value != null && isWithin(rating.at(), day, VOICE_DAYS)) {
                sum += value;
                n++;
            }
        }
        return new Weighed(sum, n);
    }

    /** Returns the first day of which anything is told, or null. */
    @Nullable
    LocalDate earliest() {
        LocalDate first = null;
        for (List<Measurement> readings : snapshot.signals().values()) {
            for (Measurement reading : readings) {
                LocalDate at = reading.at();
                if (at != null && (first == null || at.isBefore(first))) {
                    first = at;
                }
            }
        }
        return first;
    }

    private OptionalDouble latest(String signal, LocalDate day, int days) {
        LocalDate best = null;
        Object value = null;
        for (Measurement reading : snapshot.signals().getOrDefault(signal, List.of())) {
            LocalDate at = reading.at() == null ? asOf : reading.at();
            if (isWithin(at, day, days) && (best == null || !at.isBefore(best))) {
                best = at;
                value = reading.value();
            }
        }
        return value instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static boolean isWithin(@Nullable LocalDate at, LocalDate day, int days) {
        return at != null && !at.isAfter(day) && (days == ANY_AGE || !at.isBefore(day.minusDays(days)));
    }
}
