package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Says about once a second how many accounts of a long run are done; a run of a second says nothing. For one thread. */
final class CountingLine implements LongConsumer {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream err;
    private final Language language;
    private final long all;
    private final long start = System.nanoTime();
    private long said = start;

    CountingLine(PrintStream err, Language language, long all) {
        this.err = err;
        this.language = language;
        this.all = all;
    }

    @Override
    public void accept(long done) {
        long now = System.nanoTime();
        if (now - said < PAUSE) {
            return;
        }
        said = now;
        double perNano = (double) done / (now - start);
        long rate = Math.round(perNano * PAUSE);
        long left = TimeUnit.NANOSECONDS.toSeconds(Math.round((all - done) / perNano));
        err.println(language.of(new Text(
                done + " / " + all + " 社（毎秒 " + rate + "）、残り約 " + left + " 秒",
                done + " of " + all + " accounts (" + rate + " a second), about " + left + " s left")));
    }
}
