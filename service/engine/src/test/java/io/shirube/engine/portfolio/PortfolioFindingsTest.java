package io.shirube.engine.portfolio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.RuleCase;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Findings as of Friday 2026-11-20; Monday 11-23 is a holiday. */
class PortfolioFindingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final RuleBundle BUNDLE = RuleBundle.of(Map.of(
            "signals.yml",
            """
            signals:
              requestThemes: {type: textset, ja: 要望, en: Themes}
              csMetricRatio: {type: number, unit: ratio, min: 0, max: 9, ja: 成果, en: Value}
              usageChange: {type: number, unit: ratio, min: -1, max: 9, ja: 利用, en: Use}
              npsFieldAvg: {type: number, min: 0, max: 10, ja: 現場, en: Field}
              npsFieldN: {type: number, min: 0, ja: 回答数, en: Answers}
              priceCeilingReached: {type: boolean, ja: 上限, en: Ceiling}
              expansionInterestAt: {type: event, ja: 意向, en: Interest}
              sponsorsPresent: {type: number, min: 0, ja: スポンサー, en: Sponsors}
              executivesConfirm: {type: boolean, ja: 経営成果, en: Confirmed}
              advisoryBoardMember: {type: boolean, ja: 委員, en: Member}
            """.getBytes(UTF_8),
            "calendar.yml",
            "until: 2027-12-31\nholidays: [2026-11-23]".getBytes(UTF_8),
            "4-success/deep.drl",
            "rule \"Deep\" @reason_ja(\"成果。\") @reason_en(\"Deep.\") when Signals( executivesConfirm == true ) then success( DEEP ); end"
                    .getBytes(UTF_8),
            "findings.yml",
            """
            findings:
              PRODUCT_FEEDBACK: {ja: 要望, en: Feedback, owner: PRODUCT, due: 20, accounts: 3, share: 2%, withinDays: 90, text: {ja: "「{key}」{accounts}社 {arr}円 更新{renewals}社", en: "{key} {accounts} {arr} {renewals}"}}
              ONBOARDING_PROGRAMME_REVIEW: {ja: 見直し, en: Review, owner: MGR, due: 1, accounts: 3, share: 20%, withinDays: 90, afterDays: 60, level: 0.6, text: {ja: "{key} {cohort}社中{accounts}社", en: "{accounts} of {cohort}"}}
              PRICING_REVIEW: {ja: 料金, en: Pricing, owner: PRODUCT, due: 0, accounts: 3, withinDays: 90, text: {ja: "{accounts}社", en: "{accounts}"}}
              KNOWLEDGE_GAP: {ja: 知識, en: Knowledge, owner: SUPPORT, accounts: 5, withinDays: 30, text: {ja: "{key}", en: "{key}"}}
              PATTERN_ACROSS_ACCOUNTS: {ja: 傾向, en: Pattern, owner: MGR, accounts: 3, rise: 10%, level: 5, answers: 3, text: {ja: "{key} {accounts}社", en: "{key}"}}
              SHARED_INCIDENT: {ja: 障害, en: Incident, owner: SUPPORT, accounts: 3, text: {ja: "{key} {high}社", en: "{key} {high}"}}
              ADVISORY_BOARD: {ja: 候補, en: Board, owner: MGR, accounts: 1, text: {ja: "{accounts}社", en: "{accounts}"}}
            """.getBytes(UTF_8)));
    private static final RuleModel MODEL = Objects.requireNonNull(
            RulesetReader.read(BUNDLE).model(),
            () -> RulesetReader.read(BUNDLE).findings().toString());
    private static final Ruleset RULESET = Ruleset.of(MODEL);

    @AfterAll
    static void release() {
        RULESET.close();
    }

    @Test
    void threeAccountsWithTwoPercentOfTheArrMakeFeedback() throws InputException {
        // 3 × 1,000,000 of 150,000,000 are exactly 2 %
        List<String> asked = each(3, "contract: {arr: 1000000}, signals: {requestThemes: [SSO]}");
        PortfolioFinding finding = only(of(with(asked, "contract: {arr: 147000000}")));

        assertThat(finding.type()).isEqualTo("PRODUCT_FEEDBACK");
        assertThat(finding.text().ja()).isEqualTo("「SSO」3社 3,000,000円 更新0社");
        assertThat(finding.accountIds()).containsExactly("A0", "A1", "A2");
        // 20 working days after Friday 2026-11-20, over the holiday on Monday 11-23: 4 in that week, 15 to 12-18, one
        // more
        assertThat(finding.dueOn()).isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @Test
    void lessThanTwoPercentOrTwoAccountsMakeNoFeedback() throws InputException {
        List<String> asked = each(3, "contract: {arr: 1000000}, signals: {requestThemes: [SSO]}");

        assertThat(of(with(asked, "contract: {arr: 147000001}"))).isEmpty();
        assertThat(of(asked.subList(0, 2))).isEmpty();
    }

    @Test
    void aThemeOlderThanNinetyDaysDoesNotCount() throws InputException {
        // 2026-08-22 is 90 days before 2026-11-20
        assertThat(of(each(3, "contract: {arr: 1}, signals: {requestThemes: {value: [SSO], at: 2026-08-22}}")))
                .hasSize(1);
        assertThat(of(each(3, "contract: {arr: 1}, signals: {requestThemes: {value: [SSO], at: 2026-08-21}}")))
                .isEmpty();
    }

    @Test
    void renewalsCountUpToAHundredAndEightyDays() throws InputException {
        // 2027-05-19 is 180 days ahead
        String account =
                "contract: {start: 2026-05-20, end: 2027-05-19, noticeRule: {kind: FIXED, date: %s}, arr: 1}, signals:"
                        + " {requestThemes: [SSO]}";

        assertThat(only(of(each(3, account.formatted("2027-05-19")))).renewals())
                .isEqualTo(3);
        assertThat(only(of(each(3, account.formatted("2027-05-20").replace("2027-05-19", "2027-05-20"))))
                        .renewals())
                .isZero();
    }

    @Test
    void threeAccountsOrAFifthOfTheCohortBelowTheirTargetMakeAReview() throws InputException {
        // done 2026-09-21: 60 days ago
        String low = "account: {onboardingCompletedOn: 2026-09-21}, signals: {csMetricRatio: 0.599}";
        String well = "account: {onboardingCompletedOn: 2026-09-21}, signals: {csMetricRatio: 0.6}";

        assertThat(only(of(with(each(4, well), low))).text().en()).isEqualTo("1 of 5");
        assertThat(of(with(each(5, well), low))).isEmpty();
        List<String> many = new ArrayList<>(each(13, well));
        many.addAll(List.of(low, low, low));
        assertThat(only(of(numbered(many))).text().ja()).isEqualTo("集合 16社中3社");
        assertThat(of(each(3, low.replace("2026-09-21", "2026-09-22")))).isEmpty();
        assertThat(of(each(3, low.replace("2026-09-21", "2026-06-23")))).hasSize(1);
        assertThat(of(each(3, low.replace("2026-09-21", "2026-06-22")))).isEmpty();
    }

    @Test
    void threeAccountsAtTheCeilingThatWantMoreMakeAPricingReview() throws InputException {
        String wants = "signals: {priceCeilingReached: true, expansionInterestAt: 2026-08-22}";

        assertThat(only(of(each(3, wants))).type()).isEqualTo("PRICING_REVIEW");
        assertThat(of(each(2, wants))).isEmpty();
        assertThat(of(each(3, wants.replace("08-22", "08-21")))).isEmpty();
        assertThat(of(each(3, wants.replace("true", "false")))).isEmpty();
    }

    @Test
    void fiveAccountsThatAskAboutOneTopicShowAGap() throws InputException {
        String asks = "tickets: [{id: T, kind: QUESTION, cause: export, openedAt: 2026-10-21}, {id: U, kind: QUESTION,"
                + " cause: export, openedAt: 2026-10-22}]";

        assertThat(only(of(each(5, asks))).key()).isEqualTo("export");
        assertThat(of(each(4, asks))).isEmpty();
        assertThat(of(each(5, asks.replace("10-22", "10-20").replace("10-21", "10-20"))))
                .isEmpty();
        assertThat(of(each(5, asks.replace("QUESTION", "REQUEST")))).isEmpty();
    }

    @Test
    void useUpAndVoiceDownInThreeAccountsIsAPattern() throws InputException {
        String pattern = "signals: {usageChange: 0.1, npsFieldAvg: 5, npsFieldN: 3}";

        // without a table of touches everybody is low touch, whose programme is the group
        PortfolioFinding finding = only(of(each(3, pattern)));
        assertThat(finding.type()).isEqualTo("PATTERN_ACROSS_ACCOUNTS");
        assertThat(finding.key()).isEqualTo("GROUP");
        assertThat(finding.text().ja()).isEqualTo("集合 3社");
        assertThat(finding.text().en()).isEqualTo("Group");
        assertThat(of(each(2, pattern))).isEmpty();
        assertThat(of(each(3, pattern.replace("0.1", "0.099")))).isEmpty();
        assertThat(of(each(3, pattern.replace("npsFieldN: 3", "npsFieldN: 2")))).isEmpty();
        assertThat(of(each(3, pattern.replace("npsFieldAvg: 5", "npsFieldAvg: 5.1"))))
                .isEmpty();
    }

    @Test
    void oneCauseOfSeverityOneInThreeAccountsIsOneIncidentAndCountsThoseToCall() throws InputException {
        String down = "tickets: [{id: T, severity: 1, cause: login, openedAt: 2026-11-20}]";
        String high = down + ", pin: {touch: HIGH, reason: a, by: b, expiresOn: 2026-12-31}";

        assertThat(only(of(numbered(List.of(down, high, down)))).text().ja()).isEqualTo("login 1社");
        assertThat(of(each(2, down))).isEmpty();
        assertThat(of(each(3, down.replace("severity: 1", "severity: 2")))).isEmpty();
        assertThat(of(each(3, down.replace("openedAt", "closedAt: 2026-11-20, openedAt"))))
                .isEmpty();
    }

    @Test
    void aSponsoredHighTouchAccountWithDeepSuccessIsACandidate() throws InputException {
        String deep = "pin: {touch: HIGH, reason: a, by: b, expiresOn: 2026-12-31}, signals: {sponsorsPresent: 1,"
                + " executivesConfirm: true}";

        assertThat(only(of(each(2, deep))).accountIds()).containsExactly("A0", "A1");
        assertThat(of(each(2, deep.replace("sponsorsPresent: 1", "sponsorsPresent: 0"))))
                .isEmpty();
        assertThat(of(each(2, deep.replace("true", "false")))).isEmpty();
        assertThat(of(each(2, deep.replace("HIGH", "LOW")))).isEmpty();
        assertThat(of(each(2, deep.replace("executives", "advisoryBoardMember: true, executives"))))
                .isEmpty();
        assertThat(of(each(2, deep.replace("executives", "advisoryBoardMember: false, executives"))))
                .hasSize(1);
    }

    @Test
    void theOrderOfTheAccountsChangesNothing() throws InputException {
        List<String> book = new ArrayList<>(each(150, "contract: {arr: 3}, signals: {requestThemes: [SSO, API]}"));
        List<PortfolioFinding> forwards = of(book);
        Collections.reverse(book);

        assertThat(of(book)).isEqualTo(forwards);
        assertThat(forwards).extracting(PortfolioFinding::key).containsExactly("API", "SSO");
        assertThat(forwards.get(0).accountIds()).hasSize(100).isSorted();
        assertThat(forwards.get(0).arr()).isEqualTo(450);
    }

    @Test
    void aSignalThatOnlyAFindingLooksAtIsRead() {
        assertThat(RulesetReader.read(BUNDLE).findings())
                .filteredOn(finding -> finding.code().equals("never-read"))
                .isEmpty();
        Map<String, byte[]> files = new TreeMap<>(BUNDLE.files());
        files.remove("findings.yml");
        assertThat(RulesetReader.read(RuleBundle.of(files)).findings())
                .filteredOn(finding -> finding.code().equals("never-read"))
                .extracting(finding -> finding.at().line())
                .contains(2);
    }

    @Test
    void whatFindingsYmlGetsWrongIsToldWithItsPlace() {
        Map<String, byte[]> files = Map.of("findings.yml", """
            findings:
              PRODUCT_FEEDBAK: {}
              PRICING_REVIEW: {ja: 料金, en: Pricing, owner: PRODUCT, accounts: 0, text: {ja: "{acounts}社", en: "{accounts}"}}
            """.getBytes(UTF_8));

        assertThat(RulesetReader.read(RuleBundle.of(files)).findings())
                .filteredOn(finding -> finding.at().file().equals("findings.yml"))
                .extracting(finding -> finding.code() + " " + finding.at().line() + " " + finding.tryThis("ja"))
                .containsExactlyInAnyOrder(
                        "unknown-finding 2 「PRODUCT_FEEDBACK」のことですか。",
                        "out-of-range 3 1〜1000000 の値を書いてください。",
                        "unknown-place 3 「accounts」のことですか。");
    }

    private static List<PortfolioFinding> of(List<String> given) throws InputException {
        StringBuilder text = new StringBuilder("cases:\n");
        given.forEach(one -> text.append("  - {name: x, asOf: 2026-11-20, given: {")
                .append(one)
                .append("}}\n"));
        CaseFile file = CaseFile.read("x.yml", text.toString().getBytes(UTF_8), ZoneId.of("Asia/Tokyo"));
        assertThat(file.findings()).isEmpty();
        PortfolioFindings findings =
                new PortfolioFindings(RulesetReader.findingTypes(BUNDLE), MODEL.policies(), MODEL.vocabulary(), TODAY);
        for (RuleCase one : file.cases()) {
            AccountSnapshot snapshot = one.given().orThrow();
            findings.add(
                    snapshot,
                    RULESET.factsReader().facts(snapshot, TODAY),
                    new Decider().decide(snapshot, TODAY, RULESET, RefereeMode.NEVER));
        }
        return findings.findings();
    }

    private static PortfolioFinding only(List<PortfolioFinding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<String> each(int accounts, String given) {
        return numbered(Collections.nCopies(accounts, given));
    }

    private static List<String> with(List<String> accounts, String more) {
        List<String> all = new ArrayList<>(accounts);
        all.add(
                more.startsWith("account:")
                        ? more.replace("account: {", "account: {id: Z, ")
                        : "account: {id: Z}, " + more);
        return all;
    }

    private static List<String> numbered(List<String> given) {
        return IntStream.range(0, given.size())
                .mapToObj(i -> {
                    String one = given.get(i).replaceFirst("account: \\{id: A\\d+(, )?", "account: {");
                    return one.startsWith("account: {")
                            ? one.replace("account: {", "account: {id: A" + i + ", ")
                            : "account: {id: A" + i + "}, " + one;
                })
                .toList();
    }
}
