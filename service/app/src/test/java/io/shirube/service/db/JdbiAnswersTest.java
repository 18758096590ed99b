package io.shirube.service.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.Author;
import io.shirube.service.requests.Write;
import io.shirube.service.requests.Writes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Writes that are carried out once, on a real database. */
class JdbiAnswersTest {

    private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
    private static final Author CRM = new Author(7, "crm", "r-1");

    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private PGSimpleDataSource database = new PGSimpleDataSource();
    private Node node = new Node(database, NOON);

    /** A node of the service, as far as it writes. */
    private static final class Node {
        private final Transactions transactions;
        private final JdbiBook book;
        private final Writes writes;

        Node(PGSimpleDataSource database, Instant now) {
            this.transactions = Transactions.on(database);
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            this.book = new JdbiBook(transactions, clock, 730);
            this.writes = new Writes(new JdbiAnswers(transactions), clock);
        }

        /** Keeps an account and answers with its version. */
        Writes.Answered put(Write write, String id) {
            return writes.once(write, () -> answer(Long.toString(keep(id))));
        }

        long keep(String id) {
            return book.put(id, JsonNodeFactory.instance.objectNode(), List.of(), null)
                    .orElseThrow()
                    .version();
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        node = new Node(database, NOON);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void ofManyOnTwoNodesOneCarriesItOutAndAllAreAnsweredTheSame() throws Exception {
        List<Node> nodes = List.of(node, new Node(database, NOON));

        List<CompletableFuture<Writes.Answered>> all = IntStream.range(0, 200)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> nodes.get(n % 2).put(write(CRM, "one", "a"), "A"), threads))
                .toList();

        assertThat(all).allSatisfy(one -> {
            assertThat(text(one.join())).isEqualTo(text(all.get(0).join()));
            assertThat(one.join().answer().headers()).containsExactly(Map.entry("ETag", "\"v\""));
            assertThat(one.join().answer().status()).isEqualTo(201);
        });
        assertThat(all.stream().filter(one -> !one.join().replayed())).hasSize(1);
        assertThat(query("SELECT count(*) FROM change")).containsExactly("1");
        assertThat(query("SELECT count(*) FROM answer")).containsExactly("1");
    }

    @Test
    void anotherWriteUnderTheSameKeyIsRefused() {
        node.put(write(CRM, "one", "a"), "A");

        assertProblem(() -> node.put(write(CRM, "one", "b"), "B"), ErrorCode.IDEMPOTENCY_KEY_REUSED);

        assertThat(node.book.find("B")).isEmpty();
        assertThat(node.put(write(CRM, "one", "a"), "A").replayed()).isTrue();
    }

    @Test
    void twoAuthorsMayUseTheSameKey() {
        node.put(write(CRM, "one", "a"), "A");

        assertThat(node.put(write(new Author(8, "other", "r-2"), "one", "b"), "B")
                        .replayed())
                .isFalse();
        assertThat(node.book.find("B")).isPresent();
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        node.put(write(CRM, "one", "a"), "A");

        Node justBefore = new Node(database, NOON.plusSeconds(24 * 3600 - 1));
        Node after = new Node(database, NOON.plusSeconds(24 * 3600));
        assertThat(justBefore.put(write(CRM, "one", "a"), "A").replayed()).isTrue();
        assertThat(after.put(write(CRM, "one", "b"), "B").replayed()).isFalse();
        assertThat(after.put(write(CRM, "one", "b"), "B").replayed()).isTrue();
        assertThat(after.book.find("B")).isPresent();
    }

    @Test
    void whatFailsChangesNothingAndMayBeSentAgain() throws Exception {
        Write write = write(CRM, "one", "a");

        assertThatThrownBy(() -> node.writes.once(write, () -> {
                    node.keep("A");
                    throw new IllegalArgumentException("after the write");
                }))
                .hasMessage("after the write");

        assertThat(node.book.find("A")).isEmpty();
        assertThat(query("SELECT count(*) FROM answer")).containsExactly("0");
        assertThat(node.put(write, "A").replayed()).isFalse();
    }

    @Test
    void aWriteThatFailsInsideMakesTheWholeFailWhateverIsMadeOfIt() {
        Write write = write(CRM, "one", "a");

        assertThatThrownBy(() -> node.writes.once(write, () -> {
                    node.keep("A");
                    try {
                        node.transactions.write(statements -> {
                            throw new IllegalArgumentException("half way");
                        });
                    } catch (IllegalArgumentException e) {
                        // because somebody may come to swallow it
                    }
                    return answer("all well");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("half way");

        assertThat(node.book.find("A")).isEmpty();
    }

    @Test
    void whatFollowsAWriteFollowsItsCommit() {
        List<Boolean> seen = new ArrayList<>();
        JdbiBook others = new Node(database, NOON).book;

        node.writes.once(write(CRM, "one", "a"), () -> {
            node.keep("A");
            node.transactions.onceCommitted(() -> seen.add(others.find("A").isPresent()));
            assertThat(others.find("A")).isEmpty();
            return answer("1");
        });
        assertThat(seen).containsExactly(true);

        node.transactions.onceCommitted(() -> seen.add(false));
        assertThat(seen).containsExactly(true, false);

        assertThatThrownBy(() -> node.writes.once(write(CRM, "two", "a"), () -> {
                    node.transactions.onceCommitted(() -> seen.add(true));
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(seen).hasSize(2);
    }

    @Test
    void aWriteWithoutAKeyIsCarriedOutEachTime() throws Exception {
        Write write = Write.of(CRM, null, List.of("PUT"), new byte[0]);

        assertThat(node.put(write, "A").replayed()).isFalse();
        assertThat(node.put(write, "A").replayed()).isFalse();

        assertThat(query("SELECT count(*) FROM change")).containsExactly("2");
        assertThat(query("SELECT count(*) FROM answer")).containsExactly("0");
    }

    @Test
    void anAnswerThatIsShownOnceOrTooLargeIsNotGivenAgain() throws Exception {
        Write secret = write(CRM, "secret", "a");
        Write large = write(CRM, "large", "a");
        Write almost = write(CRM, "almost", "a");
        node.writes.once(secret, () -> answer("shk_secret").shownOnce());
        assertThat(text(node.writes.once(large, () -> answer("x".repeat((1 << 20) + 1)))))
                .hasSize((1 << 20) + 1);
        node.writes.once(almost, () -> answer("x".repeat(1 << 20)));

        assertProblem(() -> node.put(secret, "A"), ErrorCode.ANSWER_NOT_KEPT);
        assertProblem(() -> node.put(large, "A"), ErrorCode.ANSWER_NOT_KEPT);
        assertThat(text(node.put(almost, "A"))).hasSize(1 << 20);
        assertThat(node.book.find("A")).isEmpty();
        assertThat(query("SELECT count(*) FROM answer WHERE body IS NOT NULL")).containsExactly("1");
    }

    @Test
    void erasingAnAccountForgetsWhatWasAnsweredOfIt() throws Exception {
        node.keep("A");
        node.keep("B");
        node.writes.once(write(CRM, "of A", "a"), () -> answer("株式会社あ").about("A"));
        node.writes.once(write(CRM, "of B", "a"), () -> answer("株式会社い").about("B"));
        node.writes.once(write(CRM, "of many", "a"), () -> answer("株式会社う").about(Answer.ANY));

        node.book.erase("A", null);

        assertProblem(() -> node.put(write(CRM, "of A", "a"), "C"), ErrorCode.ANSWER_NOT_KEPT);
        assertProblem(() -> node.put(write(CRM, "of many", "a"), "C"), ErrorCode.ANSWER_NOT_KEPT);
        assertThat(text(node.put(write(CRM, "of B", "a"), "C"))).isEqualTo("株式会社い");
        assertThat(query("SELECT key FROM answer WHERE body IS NOT NULL")).containsExactly("of B");
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsSuch() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setServerNames(new String[] {"127.0.0.1"});
        away.setPortNumbers(new int[] {1});

        assertThatThrownBy(() -> new Node(away, NOON).put(write(CRM, "one", "a"), "A"))
                .isInstanceOf(BookUnavailableException.class);
    }

    private static Write write(Author author, String key, String body) {
        return Write.of(author, key, List.of("PUT", "/"), body.getBytes(UTF_8));
    }

    private static Answer answer(String text) {
        return Answer.of(201, Map.of("ETag", "\"v\""), text.getBytes(UTF_8));
    }

    private static String text(Writes.Answered answered) {
        return new String(answered.answer().body(), UTF_8);
    }

    private static void assertProblem(ThrowingCallable work, ErrorCode code) {
        assertThatThrownBy(work)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private List<String> query(String query) throws SQLException {
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
