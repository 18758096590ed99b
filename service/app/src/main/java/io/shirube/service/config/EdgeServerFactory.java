package io.shirube.service.config;

import ch.qos.logback.access.common.spi.IAccessEvent;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.GzipHandlerFactory;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.shirube.service.errors.ProblemErrorHandler;
import io.shirube.service.logs.AccessTextLayoutFactory;
import io.shirube.service.logs.RequestIdHandler;
import java.util.List;
import org.eclipse.jetty.server.Server;

/**
 * Dropwizard's server with a safe edge by default: bodies are never inflated, errors are always problem details, and
 * slow or silent connections end. It takes the place of Dropwizard's type {@code default}.
 */
@JsonTypeName("default")
public final class EdgeServerFactory extends DefaultServerFactory {

    private static final int PORT = 8080;
    private static final int ADMIN_PORT = 8081;

    public EdgeServerFactory() {
        setApplicationConnectors(List.of(EdgeConnectorFactory.onPort(PORT)));
        setAdminConnectors(List.of(EdgeConnectorFactory.onPort(ADMIN_PORT)));
        setRegisterDefaultExceptionMappers(false);
        setEnableThreadNameFilter(false);
        GzipHandlerFactory gzip = new GzipHandlerFactory();
        gzip.setEnabled(false);
        setGzipFilterFactory(gzip);
        ConsoleAppenderFactory<IAccessEvent> lines = new ConsoleAppenderFactory<>();
        lines.setTarget(ConsoleAppenderFactory.ConsoleStream.STDERR);
        lines.setLayout(new AccessTextLayoutFactory());
        LogbackAccessRequestLogFactory requests = new LogbackAccessRequestLogFactory();
        requests.setAppenders(List.of(lines));
        setRequestLogFactory(requests);
    }

    @Override
    public Server build(Environment environment) {
        environment.getApplicationContext().setErrorHandler(new ProblemErrorHandler());
        environment.getAdminContext().setErrorHandler(new ProblemErrorHandler());
        Server server = super.build(environment);
        server.setErrorHandler(new ProblemErrorHandler());
        server.setHandler(new RequestIdHandler(server.getHandler()));
        return server;
    }
}
