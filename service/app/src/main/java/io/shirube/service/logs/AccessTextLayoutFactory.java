package io.shirube.service.logs;

import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.pattern.PatternLayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import io.dropwizard.request.logging.layout.LogbackAccessRequestLayout;
import java.util.TimeZone;

/** One line a request for people: who, when, what, status, bytes, milliseconds, its name. */
@JsonTypeName("shirube-access-text")
public final class AccessTextLayoutFactory implements DiscoverableLayoutFactory<IAccessEvent> {

    @Override
    public LayoutBase<IAccessEvent> build(LoggerContext context, TimeZone zone) {
        PatternLayoutBase<IAccessEvent> layout = new LogbackAccessRequestLayout(context, zone);
        layout.setPattern("%h [%t{ISO8601," + zone.getID() + "}] %m %reqAttribute{" + Route.ATTRIBUTE
                + "} %s %b %D ms %responseHeader{" + RequestId.HEADER + "}");
        return layout;
    }
}
