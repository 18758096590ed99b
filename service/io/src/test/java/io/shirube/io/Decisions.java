package io.shirube.io;

import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions for tests. */
final class Decisions {

    private Decisions() {}

    /** Nothing to do for an account. */
    static Decision empty(String accountId) {
        return new Decision(
                accountId,
                LocalDate.of(2026, 11, 21),
                "sha256:0",
                "1.0.0",
                new Decision.StageResult("ADOPTION", "ASSUMED", List.of()),
                new Decision.Renewal(null, null, null, null, null),
                new Decision.Segment("LOW", "GROUP", null, false, null, List.of()),
                new Decision.Health(null, "UNKNOWN", 0, List.of(), List.of()),
                new Decision.Success("NONE", List.of()),
                List.of(),
                List.of(),
                List.of(),
                new Decision.NoAction("DATA_MISSING", new Text("データが足りません", "Data is missing")),
                List.of(),
                List.of(),
                List.of());
    }

    /** A decision with every part filled. */
    static Decision full() {
        return new Decision(
                "A-1",
                LocalDate.of(2026, 11, 21),
                "sha256:ab",
                "1.0.0",
                new Decision.StageResult("RENEWAL", "DERIVED", List.of(reason("stage", 5))),
                new Decision.Renewal(LocalDate.of(2027, 1, 1), 41, "OPEN", "COMPUTED", "D60"),
                new Decision.Segment(
                        "HIGH",
                        "INDIVIDUAL",
                        "LARGE",
                        true,
                        new Pending("LOW", LocalDate.of(2026, 11, 1)),
                        List.of(reason("segmentation", 7))),
                new Decision.Health(
                        63.449999999999996,
                        "YELLOW",
                        0.855,
                        List.of(new Decision.Dimension(
                                "adoption", 71.0, 30, 30 / 86.0, List.of("seatUtilisation"), List.of(reason("d", 1)))),
                        List.of(reason("cap", 2))),
                new Decision.Success("LIGHT", List.of(reason("success", 3))),
                List.of(new Decision.Action(
                        "A-1:SUPPORT_ESCALATION:severity1",
                        "SUPPORT_ESCALATION",
                        "OPENED",
                        new Text("障害対応", "Escalate"),
                        0.81005,
                        new Decision.Factors(0.6, 1.4, 1.0, 1.07),
                        "CALL",
                        "CSM",
                        "SALES",
                        "PARTNER",
                        "SUPPORT",
                        LocalDate.of(2026, 11, 24),
                        null,
                        1.5,
                        "A-1/CSM/2026-W48",
                        List.of("NPS_FOLLOW_UP"),
                        new Text("解約を防ぐ", "Keep the account"),
                        true,
                        List.of(reason("severity 1", 14)))),
                List.of(new Decision.Withdrawn("k", new Text("理由なし", "no reason left"))),
                List.of(new Decision.Suppressed(
                        "A-1:UPSELL_PROMPT:main", "UPSELL_PROMPT", true, "COOLDOWN", new Text("待機", "wait"))),
                null,
                List.of(new Decision.MissingSignal("roiVerified", "STALE", LocalDate.of(2025, 1, 10), true)),
                List.of(new Decision.Remark("FUTURE", new Text("未来", "future"), Map.of("name", "nps"))),
                List.of());
    }

    private static Reason reason(String rule, int line) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("openSeverity1", 1.0);
        facts.put("seatUtilisation", 0.1 + 0.2);
        facts.put("autoRenew", true);
        facts.put("end", LocalDate.of(2026, 12, 31));
        return new Reason(
                rule, Position.inText("5-actions/support.drl", line, 1), "重要度1が1件", "1 severity-1 ticket", facts);
    }
}
