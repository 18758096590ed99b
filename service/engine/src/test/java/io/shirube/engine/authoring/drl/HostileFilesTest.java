package io.shirube.engine.authoring.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Severity;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it gives findings, soon, and never an exception. */
class HostileFilesTest {

    private static final int ROUNDS = Integer.getInteger("shirube.hostile.files", 1_000);
    private static final String HEAD = "rule \"r\" @reason_ja(\"あ\") @reason_en(\"a\")\nwhen\n";
    private static final String GOOD = HEAD + "  Account( )\nthen\n  propose( NPS_FOLLOW_UP );\nend\n";

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Timeout(30)
    void givesFindingsAndNoException(String title, String text) {
        Reading reading = Reading.of(text);

        assertThat(reading.findings()).as(title).isNotEmpty().hasSizeLessThanOrEqualTo(DrlFrontEnd.MOST_FINDINGS + 1);
        assertThat(reading.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(reading.findings()).allSatisfy(HostileFilesTest::isShort);
    }

    private static void isShort(Finding finding) {
        assertThat(finding.whatEn().length() + finding.tryEn().length()).isLessThan(2_000);
        assertThat(finding.whatEn() + finding.tryEn() + finding.whatJa() + finding.tryJa())
                .doesNotContain("java.", "org.drools", "Exception", "\0", "null pointer");
    }

    static Stream<Arguments> hostile() {
        String deep = "(".repeat(10_000);
        String shut = ")".repeat(10_000);
        return Stream.of(
                Arguments.of("10,000 parentheses", when("Account( " + deep + "employees > 1" + shut + " )")),
                Arguments.of("10,000 parentheses around patterns", when(deep + "Account( )" + shut)),
                Arguments.of("10,000 open parentheses", when(deep)),
                Arguments.of("10,000 closing parentheses", when(shut)),
                Arguments.of("10,000 open brackets in then", GOOD.replace("NPS_FOLLOW_UP", "[".repeat(10_000))),
                Arguments.of("50,000 exclamation marks", when("Account( " + "!".repeat(50_000) + "employees )")),
                Arguments.of("50,000 minus signs", when("Account( employees > " + "-".repeat(50_000) + "1 )")),
                Arguments.of("20,000 terms", when("Account( employees > 1" + " + 1".repeat(20_000) + " )")),
                Arguments.of(
                        "10,000 alternatives",
                        when("Account( employees > 1" + " || employees > 1".repeat(10_000) + " )")),
                Arguments.of("10,000 conditions", when("Account( )\n".repeat(10_000))),
                Arguments.of("10,000 not", when("not ".repeat(10_000) + "Ticket( )")),
                Arguments.of("10,000 or", when("Account( )" + " or Account( )".repeat(10_000))),
                Arguments.of("a list of 30,000", when("Account( employees in ( 1" + ", 1".repeat(30_000) + " ) )")),
                Arguments.of("a name of 150,000 letters", when("Account( " + "a".repeat(150_000) + " > 1 )")),
                Arguments.of("a number of 150,000 digits", when("Account( employees > " + "9".repeat(150_000) + " )")),
                Arguments.of("a text of 150,000 letters", when("Account( name == \"" + "a".repeat(150_000) + "\" )")),
                Arguments.of("a path of 50,000 dots", when("Account( $a" + ".a".repeat(50_000) + " > 1 )")),
                Arguments.of("NUL bytes", "\0".repeat(1_000) + GOOD + "\0"),
                Arguments.of("NUL in a pattern", when("Account( employees > 1\0 )")),
                Arguments.of("NUL in a text of a wrong name", when("Acc\0ount( name == \"\0\" )")),
                Arguments.of("lone surrogates", when("Account( \uD800 employees > 1 \uDC00 )")),
                Arguments.of("a lone surrogate at the end", GOOD + "\uD83D"),
                Arguments.of("alternating strange characters", "€\0".repeat(50_000)),
                Arguments.of("100,000 quotes", "\"".repeat(99_999)),
                Arguments.of("50,000 unclosed comments", "/*\n".repeat(50_000)),
                Arguments.of("single quotes", "'x ".repeat(50_000)),
                Arguments.of("30,000 rules without anything", "rule \"\"\n".repeat(20_000)),
                Arguments.of("20,000 annotations", HEAD.replace("when", "@x ".repeat(20_000) + "when")),
                Arguments.of("braces in a reason", GOOD.replace("あ", "{".repeat(900))),
                Arguments.of("endless thousands", when("Contract( arr > 1" + ",000".repeat(40_000) + " )")),
                Arguments.of("greedy pattern", when("Ticket( cause matches \"((((a{99}){99}){99}){99}){99}\" )")),
                Arguments.of("too long a file", GOOD + " ".repeat(DrlFrontEnd.LONGEST_FILE)));
    }

    private static String when(String conditions) {
        return HEAD + conditions + "\nthen\n  propose( NPS_FOLLOW_UP );\nend\n";
    }

    @Test
    @Timeout(120)
    void readsWhateverIsLeftOfAGoodFileAfterRandomDamage() {
        Random random = new Random(20_261_121);
        String pieces = "()[]{}\"'\\;,.:=!<>&|@#%+-*/$ \n\r\t\0\uD800（）”％あrulewhenthenendnotexistsaccumulate019";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(GOOD + sample() + GOOD.replace("\"r\"", "\"s\""));
            int damages = 1 + random.nextInt(4);
            for (int i = 0; i < damages; i++) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(8));
                char piece = pieces.charAt(random.nextInt(pieces.length()));
                text.replace(at, end, random.nextBoolean() ? String.valueOf(piece) : "");
            }
            Reading reading = Reading.of(text.toString(), Phase.ACTIONS);
            assertThat(reading.rules().size() < 3 && reading.findings().isEmpty())
                    .as("a rule is lost without a finding in round " + round + ":\n" + text)
                    .isFalse();
        }
    }

    private static String sample() {
        return """
                rule "all" @owner("a") @reason_ja("{t.severity}件{n}") @reason_en("{t.severity} {n}")
                when
                  Signals( $u : seatUtilisation, seatUtilisation < 0.5 || engagementRate in ( 0.5, 0.6 ) )
                  $t : Ticket( cause matches "a.*", kind not in ( INCIDENT ) )
                  not ( Contact( role == CHAMPION ) and Ticket( id != $t.id ) )
                  ( Renewal( daysLeft <= 180 ) or exists Outcome( result == DONE ) )
                  accumulate( Ticket( $d : openedDaysAgo ); $n : count(), $m : max( $d ); $n >= 2 )
                then
                  propose( NPS_FOLLOW_UP, $t.cause ).context( -4 ).evidence( "x" );
                  hold( UPSELL_PROMPT, SUITABILITY );
                end
                """;
    }

    @Test
    void readsALargeFileOfGoodRulesInReasonableTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(sample().replace("\"all\"", "\"rule " + i + "\""));
        }
        long start = System.nanoTime();

        Reading reading = Reading.of(text.toString());

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rules()).hasSize(300);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }
}
