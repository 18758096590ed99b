package io.shirube.engine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotAssemblerTest {

    private final SnapshotAssembler assembler = new SnapshotAssembler(ZoneId.of("Asia/Tokyo"));

    @Test
    void readsEveryKindOfNoticeRule() {
        assertThat(rule(Map.of("kind", "DAYS_BEFORE_END", "n", 30.0)))
                .isEqualTo(new AccountSnapshot.NoticeRule("DAYS_BEFORE_END", 30, null, null, null));
        assertThat(rule(Map.of("kind", "MONTHS_BEFORE_END", "n", 3.0)))
                .isEqualTo(new AccountSnapshot.NoticeRule("MONTHS_BEFORE_END", 3, null, null, null));
        assertThat(rule(Map.of("kind", "DAY_OF_MONTH_BEFORE_END_MONTH", "months", 1.0, "day", 20.0)))
                .isEqualTo(new AccountSnapshot.NoticeRule("DAY_OF_MONTH_BEFORE_END_MONTH", null, 1, 20, null));
        assertThat(rule(Map.of("kind", "END_OF_MONTH_BEFORE", "months", 2.0)))
                .isEqualTo(rule(Map.of("kind", "END_OF_MONTH_BEFORE", "n", 2.0)))
                .isEqualTo(new AccountSnapshot.NoticeRule("END_OF_MONTH_BEFORE", 2, 2, null, null));
        assertThat(rule(Map.of("kind", "FIXED", "date", "2027-04-30")))
                .isEqualTo(new AccountSnapshot.NoticeRule("FIXED", null, null, null, LocalDate.of(2027, 4, 30)));
    }

    @Test
    void saysWhatANoticeRuleLacks() {
        assertProblem(contract("noticeRule", Map.of("kind", "DAYS_BEFORE_END")), "REQUIRED", "contract.noticeRule.n");
        assertProblem(contract("noticeRule", Map.of("n", 1.0)), "REQUIRED", "contract.noticeRule.kind");
        assertProblem(contract("noticeRule", Map.of("kind", "FIXED")), "REQUIRED", "contract.noticeRule.date");
        assertProblem(
                contract("noticeRule", Map.of("kind", "DAYS_BEFORE_END", "n", -1.0)),
                "OUT_OF_RANGE",
                "contract.noticeRule.n");
        InputProblem kind = only(contract("noticeRule", Map.of("kind", "DAY_BEFORE_END", "n", 1.0)));
        assertThat(kind.detail())
                .isEqualTo(new Text(
                        "contract.noticeRule.kind は次のいずれかです: DAYS_BEFORE_END, MONTHS_BEFORE_END, DAY_OF_MONTH_BEFORE_END_MONTH,"
                                + " END_OF_MONTH_BEFORE, FIXED。値: \"DAY_BEFORE_END\"。DAYS_BEFORE_END のことですか。",
                        "contract.noticeRule.kind must be one of DAYS_BEFORE_END, MONTHS_BEFORE_END,"
                                + " DAY_OF_MONTH_BEFORE_END_MONTH, END_OF_MONTH_BEFORE, FIXED, but is \"DAY_BEFORE_END\"."
                                + " Did you mean DAYS_BEFORE_END?"));
    }

    @Test
    void readsSignalsInEveryShape() throws InputException {
        AccountSnapshot read = assembler
                .assemble(Map.of(
                        "account",
                        Map.of("id", "A"),
                        "signals",
                        Map.of(
                                "themes",
                                List.of("a", "b"),
                                "lastLoginAt",
                                "2026-11-19T15:30Z",
                                "dated",
                                Map.of("value", true, "at", "2026-10-01"))))
                .orThrow();
        assertThat(read.signals())
                .containsEntry("themes", List.of(new Measurement(List.of("a", "b"), null)))
                .containsEntry("lastLoginAt", List.of(new Measurement("2026-11-20", null)))
                .containsEntry("dated", List.of(new Measurement(true, LocalDate.of(2026, 10, 1))));
    }

    @Test
    void saysWhatIsWrongWithASignal() {
        assertProblem(signals("x", Map.of("at", "2026-10-01")), "REQUIRED", "signals.x.value");
        assertProblem(signals("x", Map.of("value", 1.0, "on", "2026-10-01")), "UNKNOWN_FIELD", "signals.x.on");
        assertProblem(signals("x", List.of(1.0)), "WRONG_TYPE", "signals.x[0]");
        assertProblem(signals("x", Map.of("value", Map.of())), "WRONG_TYPE", "signals.x.value");
        assertProblem(signals("\u0000", 1.0), "INVALID_TEXT", "signals.\uFFFD");
    }

    @Test
    void namesAnItemWithoutAnIdByItsPlace() {
        AccountSnapshot read = assembler
                .assemble(Map.of("account", Map.of("id", "A"), "tickets", List.of(Map.of(), Map.of("id", "T"))))
                .draft();
        assertThat(read.tickets()).extracting(AccountSnapshot.Ticket::id).containsExactly("#1", "T");
    }

    @Test
    void asksForWhatAnItemCannotDoWithout() {
        assertProblem(entry("openActions", List.of(Map.of("key", "k"))), "REQUIRED", "openActions[0].type");
        assertProblem(entry("outcomes", List.of(Map.of())), "REQUIRED", "outcomes[0].type");
        assertProblem(entry("pin", Map.of("reason", "r")), "REQUIRED", "pin.touch");
        assertProblem(entry("evidence", Map.of("X", Map.of("trials", 1.0))), "REQUIRED", "evidence.X.successes");
        assertProblem(
                entry("evidence", Map.of("X", Map.of("trials", 1.0, "successes", 2.0))),
                "OUT_OF_RANGE",
                "evidence.X.successes");
        assertProblem(entry("tickets", List.of(Map.of("closeAt", "x"))), "UNKNOWN_FIELD", "tickets[0].closeAt");
    }

    @Test
    void explainsADateInBothLanguages() {
        assertThat(only(contract("end", "2026/12/31")).detail())
                .isEqualTo(new Text(
                        "contract.end は日付ではありません。2026-10-01 または 2026-10-01T09:30:00+09:00 の形で、1900年以降の日を指定してください。値: \"2026/12/31\"",
                        "contract.end is not a date. Write 2026-10-01 or 2026-10-01T09:30:00+09:00, in 1900 or later;"
                                + " was \"2026/12/31\"."));
        assertProblem(contract("end", "2026-02-29"), "INVALID_DATE", "contract.end");
        assertProblem(contract("end", "0001-01-01"), "INVALID_DATE", "contract.end");
        assertProblem(contract("end", "2026-12-31T00:00:00"), "INVALID_DATE", "contract.end");
        assertProblem(contract("end", 20261231.0), "WRONG_TYPE", "contract.end");
    }

    @Test
    void stopsListingAfterAHundredProblems() {
        List<Map<String, Object>> many = IntStream.range(0, 500)
                .mapToObj(i -> Map.<String, Object>of("x" + i, 1.0))
                .toList();
        assertThat(assembler.assemble(entry("tickets", many)).problems()).hasSize(ProblemList.MOST);
    }

    @Test
    void carriesAllProblemsInTheException() {
        assertThatThrownBy(() -> assembler.assemble(Map.of()).orThrow())
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(1));
    }

    private AccountSnapshot.NoticeRule rule(Map<String, Object> rule) {
        Assembled read = assembler.assemble(contract("noticeRule", rule));
        assertThat(read.problems()).isEmpty();
        AccountSnapshot.Contract contract = Objects.requireNonNull(read.draft().contract());
        return Objects.requireNonNull(contract.noticeRule());
    }

    private static Map<String, Object> contract(String name, Object value) {
        return entry("contract", Map.of(name, value));
    }

    private static Map<String, Object> signals(String name, Object value) {
        return entry("signals", Map.of(name, value));
    }

    private static Map<String, Object> entry(String name, Object value) {
        return Map.of("account", Map.of("id", "A"), name, value);
    }

    private void assertProblem(Object tree, String code, String field) {
        InputProblem problem = only(tree);
        assertThat(problem.code() + " " + problem.field()).isEqualTo(code + " " + field);
    }

    private InputProblem only(Object tree) {
        List<InputProblem> problems = assembler.assemble(tree).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
