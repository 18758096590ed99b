package io.shirube.service.figures;

import io.shirube.service.config.CapacityConfiguration;
import io.shirube.service.figures.BookFigures.Work;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sets the hours that actions take against the hours people have. Safe for use by many threads. */
public final class Capacity {

    private final BookFigures figures;
    private final CapacityConfiguration configuration;
    private final Clock clock;

    /** @param clock in the book's zone */
    public Capacity(BookFigures figures, CapacityConfiguration configuration, Clock clock) {
        this.figures = figures;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * One week of a role.
     *
     * @param begins its Monday
     * @param hours hours of the actions due in it, overdue ones in the first
     * @param capacityHours hours people have, null when nobody said how many people there are
     */
    public record Week(
            LocalDate begins,
            long actions,
            double hours,
            @Nullable Double capacityHours) {}

    /**
     * What one person has to do.
     *
     * @param owner null for what nobody has yet
     */
    public record Person(@Nullable String owner, long actions, double hours) {}

    /**
     * What one role has to do.
     *
     * @param people full-time people, null when nobody said
     * @param overdue how many actions are overdue
     * @param laterHours hours of what is due after the last week
     */
    public record Role(
            String ownerRole,
            @Nullable Double people,
            long overdue,
            List<Week> weeks,
            double laterHours,
            List<Person> owners) {
        public Role {
            weeks = List.copyOf(weeks);
            owners = List.copyOf(owners);
        }
    }

    /** Returns the hours a week that one person has for accounts. */
    public double productiveHours() {
        return configuration.productiveHours();
    }

    /**
     * Returns what every role has to do, also those that have people and nothing to do.
     *
     * @param weeks how many, the one of today first
     */
    public List<Role> roles(int weeks) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<String, List<Work>> byRole = new TreeMap<>();
        configuration.people().keySet().forEach(role -> byRole.put(role, new ArrayList<>()));
        figures.work(today)
                .forEach(work -> byRole.computeIfAbsent(work.ownerRole(), role -> new ArrayList<>())
                        .add(work));
        List<Role> roles = new ArrayList<>();
        byRole.forEach((role, work) -> roles.add(role(role, work, first, weeks)));
        return roles;
    }

    private Role role(String name, List<Work> work, LocalDate first, int weeks) {
        Double people = configuration.people().get(name);
        Double capacity = people == null ? null : people * configuration.productiveHours();
        LocalDate end = first.plusWeeks(weeks);
        return new Role(
                name,
                people,
                work.stream().mapToLong(Work::overdue).sum(),
                IntStream.range(0, weeks)
                        .mapToObj(n -> week(first.plusWeeks(n), work, capacity))
                        .toList(),
                work.stream()
                        .filter(one -> !one.begins().isBefore(end))
                        .mapToDouble(Work::hours)
                        .sum(),
                owners(work));
    }

    private static Week week(LocalDate begins, List<Work> work, @Nullable Double capacity) {
        List<Work> due =
                work.stream().filter(one -> one.begins().equals(begins)).toList();
        return new Week(
                begins,
                due.stream().mapToLong(Work::actions).sum(),
                due.stream().mapToDouble(Work::hours).sum(),
                capacity);
    }

    private static List<Person> owners(List<Work> work) {
        // because they come by owner, nobody's first
        List<Person> owners = new ArrayList<>();
        for (Work one : work) {
            Person last = owners.isEmpty() ? null : owners.get(owners.size() - 1);
            if (last != null && Objects.equals(last.owner(), one.owner())) {
                owners.set(
                        owners.size() - 1,
                        new Person(one.owner(), last.actions() + one.actions(), last.hours() + one.hours()));
            } else {
                owners.add(new Person(one.owner(), one.actions(), one.hours()));
            }
        }
        return owners;
    }
}
