package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.Duration;

/**
 * Dropwizard's HTTP connector with a safe edge by default: it listens to this machine only, and a connection that is
 * silent for 5 seconds ends. It takes the place of Dropwizard's type {@code http}.
 *
 * <p>It leaves Dropwizard's {@code minRequestDataPerSecond} off: that counts the time in which a caller of a streamed
 * batch waits for our answers as well. The limits of bodies count instead.
 */
@JsonTypeName("http")
public final class EdgeConnectorFactory extends HttpConnectorFactory {

    public EdgeConnectorFactory() {
        setBindHost("127.0.0.1");
        setIdleTimeout(Duration.seconds(5));
        setUseServerHeader(false);
    }

    static EdgeConnectorFactory onPort(int port) {
        EdgeConnectorFactory connector = new EdgeConnectorFactory();
        connector.setPort(port);
        return connector;
    }
}
