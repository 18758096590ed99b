package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Measurement;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotReaderTest {

    private static final String WHOLE = """
            {"account":{"id":"A-1","name":"霧島計測","employees":320,"industry":"計測器","stage":null,"attributes":{"strategic":true},"parentId":null,"onboardingCompletedOn":null},
             "contract":{"start":"2026-01-01","end":"2026-12-31","noticeRule":{"kind":"MONTHS_BEFORE_END","n":3},"noticeReceivedOn":null,"budgetSubmissionDate":null,"autoRenew":true,"termMonths":12,"arr":12000000,"mrr":1000000,"currency":"JPY","plan":"PRO","products":["BASE"]},
             "signals":{"licensedSeats":100,"activeUsers30d":{"value":41,"at":"2026-10-01"},"nps":[{"value":20,"at":"2026-04-01"},{"value":-20,"at":"2026-10-01"}],"roiVerified":null},
             "tickets":[{"id":"T1","severity":1,"openedAt":"2026-11-19T15:30Z","closedAt":null,"reopened":0,"escalated":false,"kind":"INCIDENT","cause":null,"waitingForCustomer":false}],
             "contacts":[{"id":"C1","role":"CHAMPION","leftOn":null,"lastContactAt":"2026-11-01","rating":{"value":4,"at":"2026-10-01","wave":"2026H2","answeredOn":null}}],
             "openActions":[{"key":"A-1:UPSELL_PROMPT:main","type":"UPSELL_PROMPT","openedOn":"2026-11-01","state":"OPEN","snoozedUntil":null}],
             "outcomes":[{"type":"UPSELL_PROMPT","group":"EXPANSION","result":"DISMISSED","on":"2026-09-01"}],
             "touches":[{"contactId":"C1","channel":"EMAIL","on":"2026-11-01"}],
             "evidence":{"UPSELL_PROMPT":{"trials":40,"successes":12}},
             "pin":{"touch":"HIGH","reason":"r","by":"b","expiresOn":"2027-01-01"},
             "previous":{"touch":"LOW","since":"2026-01-05","stage":"ADOPTION","pending":{"touch":"HIGH","since":"2026-11-01"}}}""";

    private final SnapshotReader reader = new SnapshotReader(ZoneId.of("Asia/Tokyo"));

    @Test
    void readsEveryFieldOfTheContract() throws InputException {
        AccountSnapshot read = reader.read(WHOLE).orThrow();
        assertThat(read.account().name()).isEqualTo("霧島計測");
        assertThat(read.account().attributes()).containsEntry("strategic", true);
        assertThat(read.contract())
                .isEqualTo(new AccountSnapshot.Contract(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        new AccountSnapshot.NoticeRule("MONTHS_BEFORE_END", 3, null, null, null),
                        null,
                        null,
                        true,
                        12,
                        12_000_000.0,
                        1_000_000.0,
                        "JPY",
                        "PRO",
                        List.of("BASE")));
        assertThat(read.signals().get("licensedSeats")).containsExactly(new Measurement(100.0, null));
        assertThat(read.signals().get("nps"))
                .containsExactly(
                        new Measurement(20.0, LocalDate.of(2026, 4, 1)),
                        new Measurement(-20.0, LocalDate.of(2026, 10, 1)));
        assertThat(read.signals().get("roiVerified")).containsExactly(new Measurement(null, null));
        assertThat(read.contacts())
                .containsExactly(new AccountSnapshot.Contact(
                        "C1",
                        "CHAMPION",
                        null,
                        LocalDate.of(2026, 11, 1),
                        new AccountSnapshot.Rating(4.0, LocalDate.of(2026, 10, 1), "2026H2", null)));
        assertThat(read.openActions()).hasSize(1);
        assertThat(read.outcomes()).hasSize(1);
        assertThat(read.touches()).hasSize(1);
        assertThat(read.evidence()).containsEntry("UPSELL_PROMPT", new AccountSnapshot.Evidence(40, 12));
        assertThat(read.pin()).isEqualTo(new AccountSnapshot.Pin("HIGH", "r", "b", LocalDate.of(2027, 1, 1)));
        assertThat(read.previous())
                .isEqualTo(new AccountSnapshot.Previous(
                        "LOW",
                        LocalDate.of(2026, 1, 5),
                        "ADOPTION",
                        new AccountSnapshot.Pending("HIGH", LocalDate.of(2026, 11, 1))));
    }

    @Test
    void turnsAMomentIntoTheDayOfTheBooksZone() {
        assertThat(reader.read(WHOLE).draft().tickets())
                .extracting(AccountSnapshot.Ticket::openedAt)
                .containsExactly(LocalDate.of(2026, 11, 20));
    }

    @Test
    void tellsAListThatIsEmptyFromOneThatWasNotTold() {
        assertThat(reader.read("{\"account\":{\"id\":\"A\"},\"tickets\":[]}")
                        .draft()
                        .tickets())
                .isEmpty();
        assertThat(reader.read("{\"account\":{\"id\":\"A\"}}").draft().tickets())
                .isNull();
        assertThat(reader.read("{\"account\":{\"id\":\"A\"},\"tickets\":null}")
                        .draft()
                        .tickets())
                .isNull();
    }

    @Test
    void namesAnUnknownFieldWithTheNearestOneInBothLanguages() {
        InputProblem problem = only("{\"account\":{\"id\":\"A\"},\"contract\":{\"edn\":\"2026-12-31\"}}");
        assertThat(problem.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(problem.field()).isEqualTo("contract.edn");
        assertThat(problem.detail().en()).isEqualTo("Unknown field contract.edn. Did you mean contract.end?");
        assertThat(problem.detail().ja()).isEqualTo("contract.edn という項目はありません。contract.end のことですか。");
    }

    @Test
    void listsTheKnownFieldsWhenNoneIsNear() {
        InputProblem problem = only("{\"account\":{\"id\":\"A\"},\"zzzzzzzz\":1}");
        assertThat(problem.detail().en())
                .isEqualTo("Unknown field zzzzzzzz. Known here: account, contract, signals, tickets, contacts,"
                        + " openActions, outcomes, touches, evidence, pin, previous, uplift.");
    }

    @Test
    void namesAWrongTypeWithItsValueAndWhatIsExpected() {
        InputProblem problem = only("{\"account\":{\"id\":\"A\",\"employees\":\"320名\"}}");
        assertThat(problem.code()).isEqualTo("WRONG_TYPE");
        assertThat(problem.detail().en()).isEqualTo("account.employees must be a number, but is \"320名\" (a text).");
        assertThat(problem.detail().ja()).isEqualTo("account.employees には数値を指定してください。値: \"320名\"（文字列）");
    }

    @Test
    void collectsAllProblemsOfAnEntryAtOnce() {
        List<InputProblem> problems = reader.read("""
                        {"account":{"id":7,"stage":"A","stage":"B"},"contract":{"start":"2026-13-01","autoRenew":"yes","termMonths":1.5},
                         "signals":{"nps":[{"value":1},{"value":2,"at":"soon"}],"x":NaN},"tickets":{}}""").problems();
        assertThat(problems)
                .extracting(InputProblem::code, InputProblem::field)
                .containsExactly(
                        tuple("DUPLICATE_FIELD", "account.stage"),
                        tuple("NOT_A_NUMBER", "signals.x"),
                        tuple("WRONG_TYPE", "account.id"),
                        tuple("INVALID_DATE", "contract.start"),
                        tuple("WRONG_TYPE", "contract.autoRenew"),
                        tuple("WRONG_TYPE", "contract.termMonths"),
                        tuple("INVALID_DATE", "signals.nps[1].at"),
                        tuple("WRONG_TYPE", "tickets"));
    }

    @Test
    void answersHostileInputWithTheFieldNamed() {
        String tenMegabytes = "x".repeat(10_000_000);
        assertProblem(
                "{\"account\":{\"id\":\"A\",\"name\":\"" + tenMegabytes + "\"}}", "TEXT_TOO_LONG", "account.name");
        assertProblem(
                "{\"account\":{\"id\":\"A\",\"name\":\"" + "x".repeat(10_001) + "\"}}",
                "TEXT_TOO_LONG",
                "account.name");
        assertProblem(
                "{\"account\":{\"id\":\"A\"},\"signals\":{\"x\":" + "9".repeat(101) + "}}",
                "NUMBER_TOO_LONG",
                "signals.x");
        assertProblem("{\"account\":{\"id\":\"A\"},\"signals\":{\"x\":-Infinity}}", "NOT_A_NUMBER", "signals.x");
        assertProblem("{\"account\":{\"id\":\"A\"},\"signals\":{\"x\":1e999}}", "OUT_OF_RANGE", "signals.x");
        assertProblem("{\"account\":{\"id\":\"A\"},\"signals\":{\"x\":9007199254740993}}", "OUT_OF_RANGE", "signals.x");
        assertProblem(
                "{\"account\":{\"id\":\"A\"},\"signals\":{\"x\":" + "[".repeat(200), "TOO_DEEP", "signals.x[0][0]");
        assertProblem("{\"account\":{\"id\":\"\\u0007\"}}", "INVALID_TEXT", "account.id");
        assertProblem("{\"account\":{\"id\":\"A\",\"name\":\"\\ud800\"}}", "INVALID_TEXT", "account.name");
        assertProblem(
                "{\"account\":{\"id\":\"A\"},\"tickets\":[" + "{},".repeat(10_000) + "{}]}",
                "TOO_MANY_ITEMS",
                "tickets");
        assertProblem("{}", "REQUIRED", "account.id");
        assertProblem("{\"account\":null}", "REQUIRED", "account.id");
        assertProblem("{\"account\":{\"id\":\"" + "x".repeat(201) + "\"}}", "INVALID_TEXT", "account.id");
        assertProblem("", "INVALID_JSON", "");
        assertProblem("null", "WRONG_TYPE", "");
        assertProblem("[]", "WRONG_TYPE", "");
        assertProblem("{\"account\":{\"id\":\"A\"}} {}", "INVALID_JSON", "");
        assertProblem("{\"account\":{\"id\":\"A\"", "INVALID_JSON", "account.id");
        assertProblem("{\"account\":{\"id\":'A'}}", "INVALID_JSON", "account.id");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] bytes = "{\"account\":{\"id\":\"A\",\"name\":\"あ\"}}".getBytes(Charset.forName("windows-31j"));
        assertThat(reader.read(bytes).problems()).extracting(InputProblem::code).containsExactly("INVALID_JSON");
    }

    @Test
    void acceptsAByteOrderMark() throws InputException {
        assertThat(reader.read("\uFEFF{\"account\":{\"id\":\"A\"}}")
                        .orThrow()
                        .account()
                        .id())
                .isEqualTo("A");
    }

    @Test
    void capsTheDocumentOfAStream() throws IOException {
        SnapshotReader small = new SnapshotReader(ZoneId.of("Asia/Tokyo"), ReadLimits.DEFAULT.withEntryBytes(20_000));
        String json = "{\"account\":{\"id\":\"A\"}" + " ".repeat(20_000) + "}";
        Assembled read = small.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.problems()).extracting(InputProblem::code).contains("TOO_LARGE");
        assertThat(small.read(json).problems()).extracting(InputProblem::code).containsExactly("TOO_LARGE");
    }

    @Test
    void letsABrokenStreamBreak() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> reader.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    private void assertProblem(String json, String code, String field) {
        assertThat(reader.read(json).problems())
                .as(json.length() > 100 ? json.substring(0, 100) : json)
                .extracting(InputProblem::code, InputProblem::field)
                .containsExactly(tuple(code, field));
    }

    private InputProblem only(String json) {
        List<InputProblem> problems = reader.read(json).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
