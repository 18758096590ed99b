package io.shirube.engine.authoring.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.ActionType.Due;
import io.shirube.engine.rules.ActionType.DueKind;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    private static final String SIGNALS = """
            enums:
              Sentiment: {values: [GREEN, YELLOW, RED], ja: {GREEN: 良好}, en: {GREEN: Good}}
            signals:
              licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
              seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, stale: 7d, ja: 席利用率, en: Seat utilisation}
              csmSentiment: {type: Sentiment, ja: 担当CSMの見立て, en: CSM sentiment, stale: never}
              roiVerifiedAt: {type: event, ja: ROI確認日, en: ROI verified}
            attributes:
              strategic: {type: boolean, ja: 戦略顧客, en: Strategic account}
            """;
    private static final String ACTIONS = """
            actions:
              UPSELL_PROMPT:
                ja: アップセル提案
                en: Upsell prompt
                class: S
                driver: EXPANSION
                purpose: {ja: 席を増やす, en: More seats}
                owner: CSM
                coOwner: SALES
                channel: [CALL, MAIL, IN_APP]
                effortHours: [1.5, 1, '-']
                due: {workingDays: 10}
                cooldownDays: 90
                expiry: 60d
                group: EXPANSION
                propensity: {prior: 0.15, strength: 20}
                value: "contract.arr * 0.1"
                proof: {indicator: seatUtilisation}
            """;

    @Test
    void readsSignalsAttributesAndTheirDays() {
        Read read = read(Map.of("signals.yml", SIGNALS, "actions.yml", ACTIONS));

        assertThat(read.errors()).isEmpty();
        Vocabulary vocabulary = read.catalogues.vocabulary();
        assertThat(vocabulary.required(FactType.SIGNALS, "seatUtilisation"))
                .returns("ratio", Field::unit)
                .returns(1.0, Field::max)
                .returns(0.001, Field::step);
        assertThat(vocabulary.required(FactType.SIGNALS, "roiVerifiedAt").unit())
                .isEqualTo("event");
        assertThat(vocabulary.field(FactType.SIGNALS, "roiVerifiedDaysAgo")).isPresent();
        assertThat(vocabulary.required(FactType.ACCOUNT, "strategic").type()).isEqualTo(ValueType.BOOLEAN);
        assertThat(vocabulary.required(FactType.SIGNALS, "csmSentiment").enumType())
                .isSameAs(vocabulary.enums().get("Sentiment"));
        assertThat(vocabulary.signals())
                .extracting(signal -> signal.field().name(), SignalType::staleDays)
                .containsExactly(
                        tuple("licensedSeats", null),
                        tuple("seatUtilisation", 7),
                        tuple("csmSentiment", null),
                        tuple("roiVerifiedAt", null),
                        tuple("strategic", null));
    }

    @Test
    void readsWithWhomAndHowAnActionIsDelivered() {
        String delivered = ACTIONS.replace(
                "coOwner: SALES",
                "coOwner: [MGR, none, none]\n    deliveredBy: SALES\n    mailClass: PROMOTION\n"
                        + "    notFor: {TECH: {ja: 電話はしません, en: No calls}}");
        ActionType upsell = read(Map.of("signals.yml", SIGNALS, "actions.yml", delivered))
                .catalogues
                .actions()
                .get(0);

        assertThat(upsell.delivery())
                .returns(List.of("MGR", "", ""), ActionType.Delivery::coOwner)
                .returns("SALES", ActionType.Delivery::deliveredBy)
                .returns(ActionType.MailClass.PROMOTION, ActionType.Delivery::mailClass)
                .returns(Map.of("TECH", new Text("電話はしません", "No calls")), ActionType.Delivery::notFor);
    }

    @Test
    void countsADueDateFromTheStartTheDecisionOrASignal() {
        assertThat(due("{beforeStart: 5}")).isEqualTo(new Due(DueKind.BEFORE_START, List.of(5, 5, 5)));
        assertThat(due("{beforeDecision: 60}")).isEqualTo(new Due(DueKind.BEFORE_DECISION, List.of(60, 60, 60)));
        assertThat(due("{event: roiVerifiedAt}"))
                .returns(DueKind.EVENT, Due::kind)
                .satisfies(due -> assertThat(due.event()).isNotNull().returns("roiVerifiedAt", Field::name));
    }

    private static Due due(String written) {
        return read(Map.of("signals.yml", SIGNALS, "actions.yml", ACTIONS.replace("{workingDays: 10}", written)))
                .catalogues
                .actions()
                .get(0)
                .due();
    }

    @Test
    void readsAnActionTypeWithAllItsParts() {
        ActionType upsell = read(Map.of("signals.yml", SIGNALS, "actions.yml", ACTIONS))
                .catalogues
                .actions()
                .get(0);

        assertThat(upsell)
                .returns(0, ActionType::number)
                .returns("アップセル提案", ActionType::labelJa)
                .returns(List.of("CSM", "CSM", "CSM"), ActionType::ownerRole)
                .returns(List.of(1.5, 1.0, Double.NaN), ActionType::effortHours)
                .returns(List.of(10, 10, 10), type -> type.due().days())
                .returns(new ActionType.Expiry(ActionType.ExpiryKind.DAYS, 60), ActionType::expiry)
                .returns("EXPANSION", ActionType::objective)
                .returns("seatUtilisation", ActionType::proofIndicator);
        assertThat(upsell.value()).isNotNull();
        assertThat(upsell.position()).hasToString("actions.yml:2:3");
    }

    @Test
    void policiesTakeTheirDefaultsAndWhatIsWritten() {
        Policies policies = read(Map.of(
                        "policies.yml", """
                        currency: JPY
                        openBundles: {HIGH: 4, LOW: 2, TECH: 1}
                        minimumCoverage: [60%, 0.6, 0.5]
                        renewalSteps: {HIGH: [180, 90], LOW: [90, 30], TECH: [60]}
                        bands: {green: 75, yellow: 45}
                        dimensions: [adoption, {name: sleep, ja: 休眠, en: Sleep}]
                        """, "calendar.yml", "until: 2027-12-31\nholidays: [2026-11-23, 2026/12/29]\n"))
                .catalogues
                .policies();

        assertThat(policies.openBundles()).containsExactly(4, 2, 1);
        assertThat(policies.minimumCoverage()).containsExactly(0.6, 0.6, 0.5);
        assertThat(policies.renewalSteps()).containsExactly(List.of(180, 90), List.of(90, 30), List.of(60));
        assertThat(policies.greenFrom()).isEqualTo(75);
        assertThat(policies.assumedNoticeDays()).isEqualTo(30);
        assertThat(policies.dimensions()).containsExactly("adoption", "sleep");
        assertThat(policies.holidays()).contains(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 29));
        assertThat(policies.holidaysUntil()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void aConclusionBelongsToItsPhase() {
        Read read = read(
                Map.of(
                        "conclusions.yml",
                        "conclusions: {arrBand: {type: enum, values: [SMALL, LARGE], phase: 1-lifecycle, ja: 契約額区分, en: ARR band}}"));

        Field field = read.catalogues.vocabulary().required(FactType.VALUES, "arrBand");
        assertThat(field.concludedIn()).isEqualTo(Phase.LIFECYCLE);
        assertThat(field.assignable()).isTrue();
        assertThat(field.enumType()).extracting(type -> type.name()).isEqualTo("ArrBand");
    }

    static Read read(Map<String, String> texts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
        Report report = new Report();
        Catalogues catalogues = CatalogueReader.read(RuleBundle.of(files), report, new Literals());
        return new Read(catalogues, report.findings());
    }

    record Read(Catalogues catalogues, List<Finding> findings) {
        List<Finding> errors() {
            return findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        }
    }

    /** Reads every expression as 1, and the name of a signal as that signal. */
    private static final class Literals implements CatalogueReader.ExpressionReader {
        @Override
        public Optional<SignalType.Derivation> derivation(
                String text, Position at, Field target, Vocabulary vocabulary) {
            return term(text, at, vocabulary).map(SignalType.Computed::new);
        }

        @Override
        public Optional<Term> term(String text, Position at, Vocabulary vocabulary) {
            Origin origin = new Origin(at, text);
            return Optional.of(vocabulary
                    .field(FactType.SIGNALS, text)
                    .<Term>map(field -> new Term.OfField(Term.ACCOUNT, field, origin))
                    .orElse(new Term.Literal(1, ValueType.NUMBER, origin)));
        }
    }
}
