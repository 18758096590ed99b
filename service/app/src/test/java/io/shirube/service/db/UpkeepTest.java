package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jackson.Jackson;
import io.shirube.service.config.RetentionConfiguration;
import io.shirube.service.standing.Cursor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class UpkeepTest {

    /** Half past midnight of 21 November in Tokyo. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T15:30:00Z"), ZoneId.of("Asia/Tokyo"));

    private PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void accounts() throws SQLException {
        database = TestDatabase.migrated();
        execute("INSERT INTO account (id, document) VALUES ('A', '{}'), ('B', '{}')");
    }

    @Test
    void changesGoOnceTheyAreOlderThanNinetyDays() throws Exception {
        change("too old", "2026-08-22T15:29:59Z");
        change("ninety days", "2026-08-22T15:30:00Z");
        change("new", "2026-11-20T15:00:00Z");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(1, 0, 0, 0, 0, 0));

        assertThat(all("SELECT kind FROM change ORDER BY id")).containsExactly("ninety days", "new");
    }

    @Test
    void whoWouldMissDeletedChangesIsTold() throws Exception {
        change("ACCOUNT_KEPT", "2020-01-01T00:00:00Z");
        change("SIGNALS_ADDED", "2020-01-01T00:00:00Z");
        change("SIGNALS_ADDED", "2026-11-20T15:00:00Z");
        JdbiFeed feed = new JdbiFeed(Transactions.on(database));
        Cursor end = feed.end();

        upkeep("{}").run();

        assertThat(feed.after(new Cursor(end.epoch(), 1), null, 10)).isEmpty();
        assertThat(feed.after(new Cursor(end.epoch(), 2), "A", 10)).isPresent();
    }

    @Test
    void deliveriesGoWithTheChangesTheyTell() throws Exception {
        delivery(1, "WAITING", "2026-08-22T15:29:59Z");
        delivery(2, "DEAD", "2026-08-22T15:29:59Z");
        delivery(3, "DELIVERED", "2026-08-22T15:30:00Z");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(0, 2, 0, 0, 0, 0));

        assertThat(all("SELECT number FROM delivery")).containsExactly("3");
    }

    @Test
    void decisionsGoAfterTwoYearsButNeverTheLatestOfAnAccount() throws Exception {
        decision("A", "first of A", "2020-01-01T00:00:00Z");
        decision("A", "second of A", "2024-11-20T15:29:59Z");
        decision("A", "two years old", "2024-11-20T15:30:00Z");
        decision("A", "latest of A", "2026-01-01T00:00:00Z");
        decision("B", "before the only one", "2019-01-01T00:00:00Z");
        decision("B", "latest of B", "2020-01-01T00:00:00Z");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(0, 0, 3, 0, 0, 0));

        assertThat(all("SELECT ruleset FROM decision ORDER BY id"))
                .containsExactly("two years old", "latest of A", "latest of B");
    }

    @Test
    void actionsGoThreeYearsAfterTheyWereClosedTogetherWithWhatWasTold() throws Exception {
        action("closed too long ago", "'2023-11-21'");
        action("closed three years ago", "'2023-11-22'");
        action("still open", "NULL");
        execute("INSERT INTO action_event (action_id, on_day, type) SELECT id, '2023-11-21', 'DONE' FROM action");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(0, 0, 0, 1, 0, 0));

        assertThat(all("SELECT key FROM action ORDER BY id")).containsExactly("closed three years ago", "still open");
        assertThat(all("SELECT count(*) FROM action_event")).containsExactly("2");
    }

    @Test
    void whatWasAnsweredGoesAfterADay() throws Exception {
        execute(
                "INSERT INTO answer (author, key, part, print, at) VALUES (1, 'a day old', 1, '', '2026-11-19T15:30:00Z'),"
                        + " (1, 'a day old', 2, '', '2026-11-19T15:30:01Z'), (2, 'new', 1, '', '2026-11-20T15:00:00Z')");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(0, 0, 0, 0, 1, 0));

        assertThat(all("SELECT key || part FROM answer ORDER BY author, part")).containsExactly("a day old2", "new1");
    }

    @Test
    void whoWroteWhatGoesAfterTwoYears() throws Exception {
        note("too old", "2024-11-20T15:29:59Z");
        note("two years old", "2024-11-20T15:30:00Z");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(0, 0, 0, 0, 0, 1));
        assertThat(all("SELECT deed FROM audit")).containsExactly("two years old");
        assertThat(upkeep("{\"audit\":\"3d\"}").run()).isEqualTo(new Upkeep.Deleted(0, 0, 0, 0, 0, 1));
    }

    @Test
    void keepsAsLongAsIsSet() throws Exception {
        change("two days old", "2026-11-18T15:00:00Z");
        decision("A", "two days old", "2026-11-18T15:00:00Z");
        decision("A", "latest", "2026-11-20T15:00:00Z");
        action("closed two days ago", "'2026-11-19'");

        assertThat(upkeep("{\"changes\":\"3d\",\"decisions\":\"3d\",\"actions\":\"3d\"}")
                        .run())
                .isEqualTo(new Upkeep.Deleted(0, 0, 0, 0, 0, 0));
        assertThat(upkeep("{\"changes\":\"1d\",\"decisions\":\"1d\",\"actions\":\"1d\"}")
                        .run())
                .isEqualTo(new Upkeep.Deleted(1, 0, 1, 1, 0, 0));
    }

    @Test
    void deletesMoreThanFitsIntoOneTransaction() throws Exception {
        execute("INSERT INTO change (account_id, kind, data, at)"
                + " SELECT 'A', 'OLD', '{}', '2020-01-01' FROM generate_series(1, 12000)");

        assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(12_000, 0, 0, 0, 0, 0));
    }

    @Test
    void leavesItToTheNodeThatIsAtIt() throws Exception {
        change("too old", "2020-01-01T00:00:00Z");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + Upkeep.LOCK + ")");

            assertThat(upkeep("{}").run()).isEqualTo(new Upkeep.Deleted(0, 0, 0, 0, 0, 0));
        }
        assertThat(all("SELECT kind FROM change")).containsExactly("too old");
    }

    private Upkeep upkeep(String retention) throws Exception {
        return new Upkeep(
                Transactions.on(database),
                Jackson.newObjectMapper().readValue(retention, RetentionConfiguration.class),
                CLOCK);
    }

    private void change(String kind, String at) throws SQLException {
        execute("INSERT INTO change (account_id, kind, data, at) VALUES ('A', '" + kind + "', '{}', '" + at + "')");
    }

    private void delivery(long number, String state, String at) throws SQLException {
        execute("INSERT INTO delivery (webhook_id, account_id, number, kind, at, message_id, state) VALUES (1, 'A', "
                + number + ", 'ACCOUNT_KEPT', '" + at + "', 'msg_" + number + "', '" + state + "')");
    }

    private void note(String deed, String at) throws SQLException {
        execute("INSERT INTO audit (author, author_name, deed, at) VALUES (1, 'crm', '" + deed + "', '" + at + "')");
    }

    private void decision(String account, String ruleset, String at) throws SQLException {
        execute("INSERT INTO decision (account_id, account_version, as_of, decided_at, ruleset, engine, input,"
                + " result_ja, result_en) VALUES ('" + account + "', 1, '2020-01-01', '" + at + "', '" + ruleset
                + "', '1.0.0', '{}', '{}', '{}')");
    }

    private void action(String key, String closedOn) throws SQLException {
        execute("INSERT INTO action (account_id, key, type, state, touch, owner_role, opened_on, due_on, closed_on,"
                + " priority, offer_ja, offer_en) VALUES ('A', '" + key + "', 'T', 'S', 'HIGH', 'CSM', '2020-01-01',"
                + " '2020-01-08', " + closedOn + ", 0.5, '{}', '{}')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> all(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
