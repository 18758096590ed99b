package io.shirube.service.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.pattern.PatternLayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.DropwizardLayout;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import java.util.TimeZone;

/** Lines for people: Dropwizard's, with the request's name where there is one. */
@JsonTypeName("shirube-text")
public final class TextLayoutFactory implements DiscoverableLayoutFactory<ILoggingEvent> {

    @Override
    public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone zone) {
        PatternLayoutBase<ILoggingEvent> layout = new DropwizardLayout(context, zone);
        layout.setPattern("%-5p [%d{ISO8601," + zone.getID() + "}] %c:%replace( %X{" + RequestId.LOGGED
                + "}){'^ $', ''} %m%n%rEx");
        return layout;
    }
}
