package io.shirube.service.logs;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.AbstractAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.LoggingFactory;
import io.dropwizard.logging.json.EventJsonLayoutBaseFactory;

/** Lines for programs: one JSON object each, with {@code requestId} beside {@code message}. */
@JsonTypeName("shirube-json")
public final class JsonLayoutFactory extends EventJsonLayoutBaseFactory {

    public JsonLayoutFactory() {
        setTimestampFormat("ISO_INSTANT");
        setFlattenMdc(true);
    }

    /** Returns whether a program's log, or one of its logs, is written so. */
    public static boolean isUsedBy(LoggingFactory logging) {
        return logging instanceof DefaultLoggingFactory all
                && all.getAppenders().stream()
                        .anyMatch(appender -> appender instanceof AbstractAppenderFactory<?> one
                                && one.getLayout() instanceof JsonLayoutFactory);
    }
}
