package io.shirube.service.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.status.Status;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The patterns of lines for people: Logback understands each word of them. */
class TextLayoutsTest {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final LoggerContext context = new LoggerContext();

    @Test
    void everyWordOfALineAboutARequestIsKnown() {
        new AccessTextLayoutFactory().build(context, UTC).start();

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getEffectiveLevel() > Status.INFO);
    }

    @Test
    void aLineTellsTheRequestItBelongsToAndNothingWhereThereIsNone() {
        LayoutBase<ILoggingEvent> layout = new TextLayoutFactory().build(context, UTC);
        layout.start();

        assertThat(layout.doLayout(event(Map.of("requestId", "crm-1"))))
                .isEqualTo("WARN  [1970-01-01 00:00:00,000] " + "io.shirube: crm-1 the message\n");
        assertThat(layout.doLayout(event(Map.of())))
                .isEqualTo("WARN  [1970-01-01 00:00:00,000] io.shirube: the message\n");
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getEffectiveLevel() > Status.INFO);
    }

    private ILoggingEvent event(Map<String, String> named) {
        Logger logger = context.getLogger("io.shirube");
        LoggingEvent event = new LoggingEvent("", logger, Level.WARN, "the message", null, null);
        event.setTimeStamp(0);
        event.setMDCPropertyMap(named);
        return event;
    }
}
