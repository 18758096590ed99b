package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.config.CapacityConfiguration;
import io.shirube.service.figures.BookFigures.Segment;
import io.shirube.service.figures.Capacity;
import io.shirube.service.figures.Capacity.Person;
import io.shirube.service.figures.Capacity.Role;
import io.shirube.service.figures.Capacity.Week;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Figures over a book that is written down by hand. */
class JdbiFiguresTest {

    /** Friday, 20 November 2026, in Tokyo. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), ZoneId.of("Asia/Tokyo"));

    private PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void aBook() throws SQLException {
        database = TestDatabase.migrated();
        account("A", "12000000", "HIGH", "GREEN", null);
        account("B", "3000000", "HIGH", "GREEN", null);
        account("C", null, "HIGH", "GREEN", null);
        account("D", "500000", "TECH", "RED", null);
        account("E", "700000", "TECH", "RED", "cannot be decided on");
        execute("INSERT INTO account (id, document) VALUES ('F', '{\"contract\":null}')");
        // overdue, this week, in two weeks, far away; what is over or waits does not count
        action("A", "OPEN", "CSM", null, "2026-11-10", 1.5);
        action("A", "ACCEPTED", "CSM", "sato", "2026-11-22", 2);
        action("B", "OPEN", "CSM", "sato", "2026-11-30", 4);
        action("D", "OPEN", "SUPPORT", null, "2027-02-01", 0.25);
        action("B", "HELD", "CSM", null, "2026-11-20", 64);
        action("B", "SNOOZED", "CSM", null, "2026-11-20", 64);
        action("B", "DONE", "CSM", null, "2026-11-20", 64);
    }

    @Test
    void accountsThatStandAlikeAreAddedUp() {
        assertThat(new JdbiFigures(Transactions.on(database)).segments())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new Segment("HIGH", "ADOPTION", "GREEN", 3, new BigDecimal("15000000"), 2, 3, 7.5),
                        new Segment("TECH", "ADOPTION", "RED", 1, new BigDecimal("500000"), 1, 1, 0.25),
                        new Segment(null, null, null, 2, new BigDecimal("700000"), 1, 0, 0));
    }

    @Test
    void hoursStandAgainstTheHoursPeopleHave() throws Exception {
        List<Role> roles = capacity("{\"people\":{\"CSM\":2,\"MARKETING\":1}}").roles(3);

        LocalDate monday = LocalDate.of(2026, 11, 16);
        assertThat(roles)
                .containsExactly(
                        new Role(
                                "CSM",
                                2.0,
                                1,
                                List.of(
                                        new Week(monday, 2, 3.5, 51.0),
                                        new Week(monday.plusWeeks(1), 0, 0, 51.0),
                                        new Week(monday.plusWeeks(2), 1, 4, 51.0)),
                                0,
                                List.of(new Person(null, 1, 1.5), new Person("sato", 2, 6))),
                        new Role(
                                "MARKETING",
                                1.0,
                                0,
                                List.of(
                                        new Week(monday, 0, 0, 25.5),
                                        new Week(monday.plusWeeks(1), 0, 0, 25.5),
                                        new Week(monday.plusWeeks(2), 0, 0, 25.5)),
                                0,
                                List.of()),
                        new Role(
                                "SUPPORT",
                                null,
                                0,
                                List.of(
                                        new Week(monday, 0, 0, null),
                                        new Week(monday.plusWeeks(1), 0, 0, null),
                                        new Week(monday.plusWeeks(2), 0, 0, null)),
                                0.25,
                                List.of(new Person(null, 1, 0.25))));
    }

    /** A quarter of 13 weeks at 40 hours is 520; × 0.75 × 0.85 is 331.5, so a week is 25.5. */
    @Test
    void productiveHoursAreThoseOfTheFormula() throws Exception {
        assertThat(capacity("{}").productiveHours() * 13).isEqualTo(331.5);
    }

    private Capacity capacity(String configuration) throws Exception {
        return new Capacity(
                new JdbiFigures(Transactions.on(database)),
                new ObjectMapper().readValue(configuration, CapacityConfiguration.class),
                CLOCK);
    }

    private void account(String id, @Nullable String arr, String touch, String band, @Nullable String problem)
            throws SQLException {
        execute("INSERT INTO account (id, document) VALUES ('" + id + "', '{\"contract\":{\"arr\":" + arr + "}}')");
        execute("INSERT INTO standing (account_id, touch, stage, band, problem_ja) VALUES ('" + id + "', '" + touch
                + "', 'ADOPTION', '" + band + "', " + (problem == null ? "NULL" : "'" + problem + "'") + ")");
    }

    private void action(String account, String state, String role, @Nullable String owner, String due, double hours)
            throws SQLException {
        String offer = "'{\"effortHours\":" + hours + "}'";
        execute(
                "INSERT INTO action (account_id, key, type, state, touch, owner_role, owner, opened_on, due_on, closed_on,"
                        + " priority, offer_ja, offer_en) VALUES ('" + account + "', '" + state + due + "', 'T', '"
                        + state
                        + "', 'HIGH', '" + role + "', " + (owner == null ? "NULL" : "'" + owner + "'")
                        + ", '2026-11-01', '"
                        + due + "', " + (state.equals("DONE") ? "'2026-11-19'" : "NULL") + ", 0.5, " + offer + ", "
                        + offer
                        + ")");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
