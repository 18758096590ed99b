package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.io.BatchListener;
import io.shirube.service.language.Language;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how a batch goes, a line each time. Safe for use by many threads. */
final class ProgressLine implements BatchListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLine.class);

    private final PrintStream err;
    private final Language language;

    ProgressLine(PrintStream err, Language language) {
        this.err = err;
        this.language = language;
    }

    @Override
    public void progress(Progress progress) {
        String rate = String.format(Locale.ROOT, "%.0f", progress.perSecond());
        Duration left = progress.left();
        err.println(language.of(new Text(
                progress.entries() + " 社（毎秒 " + rate + "）、エラー " + progress.errors()
                        + (left == null ? "" : "、残り約 " + left.toSeconds() + " 秒"),
                progress.entries() + " accounts (" + rate + " a second), " + progress.errors() + " errors"
                        + (left == null ? "" : ", about " + left.toSeconds() + " s left"))));
    }

    @Override
    public String failed(long line, RuntimeException failure) {
        LOG.error("line {}", line, failure);
        return "line " + line;
    }
}
