package io.shirube.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message is sent again, by the table of the specification, and when a receiver is left alone. */
class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Answer FAILED = Answer.of(500, null);

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, PT5S,  PT6S
            2, PT5M,  PT6M
            3, PT30M, PT36M
            4, PT2H,  PT2H24M
            5, PT5H,  PT6H
            6, PT10H, PT12H
            7, PT14H, PT16H48M
            8, PT20H, PT24H
            9, PT24H, PT28H48M
            """)
    void waitsAsTheSpecificationSaysOrUpToAFifthLonger(int failed, Duration shortest, Duration longest) {
        assertThat(Attempt.of(NOW, FAILED, failed - 1, 0))
                .isEqualTo(new Attempt(NOW, FAILED, failed, DeliveryState.WAITING, NOW.plus(shortest), 0));
        assertThat(Attempt.of(NOW, FAILED, failed - 1, 1).nextAt()).isEqualTo(NOW.plus(longest));
    }

    @Test
    void givesUpAfterTheTenthAttempt() {
        Attempt tenth = Attempt.of(NOW, FAILED, 9, 0);

        assertThat(tenth).isEqualTo(new Attempt(NOW, FAILED, 10, DeliveryState.DEAD, null, 0));
    }

    @Test
    void isOverOnceTheReceiverTookIt() {
        Answer taken = Answer.of(204, null);

        assertThat(Attempt.of(NOW, taken, 3, 0))
                .isEqualTo(new Attempt(NOW, taken, 4, DeliveryState.DELIVERED, null, 0));
    }

    @Test
    void oneThatFindsTheReceiverGoneIsNotCounted() {
        Attempt gone = Attempt.of(NOW, Answer.of(410, null), 9, 0);

        assertThat(gone.gone()).isTrue();
        assertThat(gone.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(gone.attempts()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, PT1S,   PT5S
            1, PT7S,   PT7S
            1, PT1H,   PT1H
            1, PT100H, PT1H
            4, PT1H,   PT2H
            """)
    void waitsAsLongAsTheReceiverAsksButNeverOverAnHourBeyondTheSchedule(int failed, Duration asked, Duration wait) {
        Attempt attempt = Attempt.of(NOW, Answer.of(429, asked), failed - 1, 0);

        assertThat(attempt.nextAt()).isEqualTo(NOW.plus(wait));
    }

    @Test
    void aReceiverRestsFromTheFifthFailureInARowOnAndLongerEachTime() {
        Health health = Health.GOOD;
        for (String rest : new String[] {"", "", "", "", "PT30S", "PT1M", "PT2M", "PT4M", "PT8M", "PT10M", "PT10M"}) {
            health = Attempt.of(NOW, FAILED, 0, 0).after(health);
            Health before = new Health(health.failures(), null);
            assertThat(health.restsUntil()).isEqualTo(rest.isEmpty() ? null : NOW.plus(Duration.parse(rest)));
            assertThat(health.tripped()).isEqualTo(!rest.isEmpty());
            health = before;
        }
        assertThat(health.failures()).isEqualTo(11);
    }

    @Test
    void aReceiverThatAsksForItRestsAtOnceAndNoEarlierFailureEndsThat() {
        Health asked =
                Attempt.of(NOW, Answer.of(503, Duration.ofMinutes(3)), 0, 0).after(Health.GOOD);
        Health then = Attempt.of(NOW, FAILED, 0, 0).after(asked);
        Health shorter =
                Attempt.of(NOW, Answer.of(429, Duration.ofSeconds(5)), 0, 0).after(then);

        assertThat(asked).isEqualTo(new Health(1, NOW.plusSeconds(180)));
        assertThat(then).isEqualTo(new Health(2, NOW.plusSeconds(180)));
        assertThat(shorter).isEqualTo(new Health(3, NOW.plusSeconds(180)));
        assertThat(asked.rests(NOW.plusSeconds(179))).isTrue();
        assertThat(asked.rests(NOW.plusSeconds(180))).isFalse();
    }
}
