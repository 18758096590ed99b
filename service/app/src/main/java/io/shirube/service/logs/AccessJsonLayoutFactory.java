package io.shirube.service.logs;

import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.json.AbstractJsonLayoutBaseFactory;
import io.dropwizard.logging.json.layout.AbstractJsonLayout;
import io.dropwizard.logging.json.layout.JsonFormatter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;

/** One JSON object a request for programs. */
@JsonTypeName("shirube-access-json")
public final class AccessJsonLayoutFactory extends AbstractJsonLayoutBaseFactory<IAccessEvent> {

    @Override
    public LayoutBase<IAccessEvent> build(LoggerContext context, TimeZone zone) {
        Line line = new Line(createDropwizardJsonFormatter());
        line.setContext(context);
        return line;
    }

    private static final class Line extends AbstractJsonLayout<IAccessEvent> {

        /** What logback gives for what there is not. */
        private static final String NONE = "-";

        Line(JsonFormatter formatter) {
            super(formatter);
        }

        @Override
        protected Map<String, Object> toJsonMap(IAccessEvent event) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
            line.put("logger", "access");
            put(line, RequestId.LOGGED, event.getResponseHeader(RequestId.HEADER));
            put(line, "remoteAddress", event.getRemoteAddr());
            put(line, "key", event.getAttribute(Route.KEY));
            put(line, "method", event.getMethod());
            put(line, "route", event.getAttribute(Route.ATTRIBUTE));
            line.put("status", event.getStatusCode());
            line.put("milliseconds", event.getElapsedTime());
            if (event.getContentLength() >= 0) {
                line.put("bytes", event.getContentLength());
            }
            return line;
        }

        private static void put(Map<String, Object> line, String name, String value) {
            if (!NONE.equals(value)) {
                line.put(name, value);
            }
        }
    }
}
