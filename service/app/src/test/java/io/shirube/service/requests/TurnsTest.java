package io.shirube.service.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(64);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneDoesWhatManyWantAndAllAreGivenWhatCameOfIt() throws Exception {
        Turns<Integer> turns = new Turns<>(LONG);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<Turns.Taken<Integer>> first = CompletableFuture.supplyAsync(
                () -> turns.take("one", "same", () -> wait(inside, end, done.incrementAndGet())), threads);
        inside.await();

        List<CompletableFuture<Turns.Taken<Integer>>> others = IntStream.range(0, 40)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> turns.take("one", "same", done::incrementAndGet), threads))
                .toList();
        end.countDown();

        assertThat(first.join()).isEqualTo(new Turns.Taken<>(1, true));
        // because who comes too late does it again, which the database knows
        assertThat(others)
                .allSatisfy(one ->
                        assertThat(one.join().own() || one.join().result() == 1).isTrue());
        assertThat(turns.names()).isZero();
    }

    @Test
    void whoWantsSomethingElseUnderTheSameNameDoesItAfterwards() throws Exception {
        Turns<Integer> turns = new Turns<>(LONG);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger atIt = new AtomicInteger();
        CompletableFuture<Turns.Taken<Integer>> first =
                CompletableFuture.supplyAsync(() -> turns.take("one", "this", () -> wait(inside, end, 1)), threads);
        inside.await();
        assertThat(turns.take("another name", "this", () -> 7)).isEqualTo(new Turns.Taken<>(7, true));

        List<CompletableFuture<Turns.Taken<Integer>>> others = IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> turns.take("one", "that " + n, () -> {
                            int now = atIt.incrementAndGet();
                            atIt.decrementAndGet();
                            return now;
                        }),
                        threads))
                .toList();
        end.countDown();

        assertThat(first.join().result()).isEqualTo(1);
        assertThat(others).allSatisfy(one -> assertThat(one.join()).isEqualTo(new Turns.Taken<>(1, true)));
        assertThat(turns.names()).isZero();
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgainAndLeavesNothingBehind() throws Exception {
        Turns<Integer> turns = new Turns<>(Duration.ofMillis(1));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Turns.Taken<Integer>> first =
                CompletableFuture.supplyAsync(() -> turns.take("one", "same", () -> wait(inside, end, 1)), threads);
        inside.await();

        assertThatThrownBy(() -> turns.take("one", "same", () -> 7))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.REQUEST_IN_PROGRESS));

        end.countDown();
        assertThat(first.join().result()).isEqualTo(1);
        assertThat(turns.names()).isZero();
        assertThat(turns.take("one", "same", () -> 7).own()).isTrue();
    }

    @Test
    void whoWaitedForOneThatFailedTakesTheNextTurn() throws Exception {
        Turns<Integer> turns = new Turns<>(LONG);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Turns.Taken<Integer>> first = CompletableFuture.supplyAsync(
                () -> turns.take("one", "same", () -> {
                    throw new IllegalArgumentException("no" + wait(inside, end, 1));
                }),
                threads);
        inside.await();
        CompletableFuture<Turns.Taken<Integer>> second =
                CompletableFuture.supplyAsync(() -> turns.take("one", "same", () -> 7), threads);
        end.countDown();

        assertThatThrownBy(first::join).hasRootCauseMessage("no1");
        assertThat(second.join()).isEqualTo(new Turns.Taken<>(7, true));
        assertThat(turns.names()).isZero();
    }

    private static int wait(CountDownLatch inside, CountDownLatch end, int result) {
        inside.countDown();
        try {
            end.await();
            return result;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
