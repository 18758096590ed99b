package io.shirube.service.requests;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out every write once, in the name of its author: that it was carried out, and how it was answered, is durable together with what it changed. What
 * ends in a problem changed nothing and may be sent again. Safe for use by many threads.
 */
public final class Writes {

    /** So long a key is remembered. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /** So long somebody waits at most for who sends the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Longer answers are not kept, so that keys cannot fill the disk. */
    public static final int MOST_BYTES = 1 << 20;

    private final AnswerStore store;
    private final Clock clock;
    private final Turns<Answer> turns;

    /** @param clock its zone means nothing */
    public Writes(AnswerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.turns = new Turns<>(PATIENCE);
    }

    /** @param replayed whether it was given before, and nothing was carried out now */
    public record Answered(Answer answer, boolean replayed) {}

    private record Claim(long author, String key, int part) {}

    /**
     * Carries a write out as its author's, or answers as when it was carried out before.
     *
     * @param effect everything the write changes, by the thread that calls it
     * @throws ProblemException when the key was used for another write, a write with it is still being carried out, its answer was
     *     not kept, or the effect throws it
     */
    public Answered once(Write write, Supplier<Answer> effect) {
        return store.by(write.author(), () -> turn(write, effect));
    }

    private Answered turn(Write write, Supplier<Answer> effect) {
        String key = write.key();
        if (key == null) {
            return new Answered(effect.get(), false);
        }
        AtomicBoolean replayed = new AtomicBoolean();
        Turns.Taken<Answer> taken = turns.take(
                new Claim(write.author().key(), key, write.part()),
                write.print(),
                () -> store.together(() -> claimed(write, effect, replayed)));
        return taken.own()
                ? new Answered(taken.result(), replayed.get())
                : new Answered(givenAgain(taken.result()), true);
    }

    private Answer claimed(Write write, Supplier<Answer> effect, AtomicBoolean replayed) {
        Instant now = clock.instant();
        Optional<AnswerStore.Kept> before = store.claim(write, now, now.minus(REMEMBERED));
        if (before.isPresent()) {
            replayed.set(true);
            return again(write, before.get());
        }
        Answer made = effect.get();
        Answer answer = made.body().length > MOST_BYTES ? made.shownOnce() : made;
        store.keep(write, answer);
        return answer;
    }

    private static Answer givenAgain(@Nullable Answer answer) {
        if (answer == null || !answer.kept()) {
            throw new ProblemException(Problem.of(ErrorCode.ANSWER_NOT_KEPT));
        }
        return answer;
    }

    private static Answer again(Write write, AnswerStore.Kept before) {
        if (!before.print().equals(write.print())) {
            throw new ProblemException(Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        }
        return givenAgain(before.answer());
    }
}
