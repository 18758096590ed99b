package io.shirube.service.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -                               | -
            120                             | PT2M
            0                               | PT0S
            ' 7 '                           | PT7S
            999999999                       | PT277777H46M39S
            Fri, 20 Nov 2026 03:05:00 GMT   | PT5M
            Fri, 20 Nov 2026 02:00:00 GMT   | PT0S
            -5                              | -
            soon                            | -
            9999999999999999999             | -
            Mon, 20 Nov 2026 03:05:00 GMT   | -
            """)
    void readsSecondsAndDatesAndNothingElse(@Nullable String header, @Nullable String wait) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(wait == null ? null : Duration.parse(wait));
    }
}
