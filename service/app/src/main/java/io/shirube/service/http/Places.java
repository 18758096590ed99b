package io.shirube.service.http;

import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * How many streams may be answered at once: each holds a thread for as long as its caller likes, and may not take those
 * that single requests need. Safe for use by many threads.
 */
public final class Places {

    private final Semaphore free;
    private final int count;

    public Places(int count) {
        this.free = new Semaphore(count);
        this.count = count;
    }

    /**
     * Takes a place, which must be given back.
     *
     * @throws ProblemException when all are taken
     */
    public void take() {
        if (!free.tryAcquire()) {
            throw new ProblemException(new Problem(
                    ErrorCode.UNAVAILABLE,
                    new Text(
                            "同時に処理できるバッチは " + count + " 件までです。少し待って再送してください。",
                            "At most " + count + " batches are answered at once. Try again a little later."),
                    List.of()));
        }
    }

    public void giveBack() {
        free.release();
    }
}
