package io.shirube.service.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    /** Nearly the last moment before the nanoseconds overflow. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);

    @Test
    void givesTheBurstAtOnceAndThenSaysHowLongToWait() {
        TokenBucket bucket = new TokenBucket(10, 3, now::get);

        assertThat(taken(bucket, 3)).isEqualTo(3);
        assertThat(bucket.take()).isEqualTo(SECOND / 10);
        now.addAndGet(SECOND / 10 - 1);
        assertThat(bucket.take()).isEqualTo(1);
        now.addAndGet(1);
        assertThat(bucket.take()).isZero();
        assertThat(bucket.take()).isEqualTo(SECOND / 10);
    }

    @Test
    void fillsUpToTheBurstAndNoFurtherHoweverLongNobodyAsks() {
        TokenBucket bucket = new TokenBucket(10, 3, now::get);
        taken(bucket, 3);

        now.addAndGet(3_600 * SECOND);

        assertThat(taken(bucket, 10)).isEqualTo(3);
    }

    @Test
    void givesSoManyASecondInTheLongRunWhateverTheClockReads() {
        TokenBucket bucket = new TokenBucket(50, 1, now::get);
        int given = 0;
        for (int millisecond = 0; millisecond < 10_000; millisecond++) {
            given += taken(bucket, 1);
            now.addAndGet(SECOND / 1_000);
        }

        assertThat(given).isEqualTo(500);
    }

    @Test
    void takesATokenBackThatWasTakenForNothing() {
        TokenBucket bucket = new TokenBucket(1, 1, now::get);
        assertThat(bucket.take()).isZero();

        bucket.giveBack();

        assertThat(bucket.take()).isZero();
        assertThat(bucket.take()).isEqualTo(SECOND);
    }

    @Test
    void givesNoTokenTwiceToManyWhoAskAtOnce() {
        TokenBucket bucket = new TokenBucket(1, 1_000, now::get);

        long given = IntStream.range(0, 5_000)
                .parallel()
                .filter(unused -> bucket.take() == 0)
                .count();

        assertThat(given).isEqualTo(1_000);
    }

    private static int taken(TokenBucket bucket, int tries) {
        return (int)
                IntStream.range(0, tries).filter(unused -> bucket.take() == 0).count();
    }
}
