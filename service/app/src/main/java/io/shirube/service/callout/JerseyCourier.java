package io.shirube.service.callout;

import io.shirube.engine.ProgramVersion;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.webhooks.Answer;
import io.shirube.service.webhooks.Courier;
import io.shirube.service.webhooks.Message;
import io.shirube.service.webhooks.Trouble;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.glassfish.jersey.apache5.connector.Apache5ClientProperties;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.apache5.connector.Apache5HttpClientBuilderConfigurator;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.RequestEntityProcessing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages by the Jersey client over Apache's. Follows no redirect, sends nothing twice by itself, keeps no cookie, and goes to
 * allowed addresses only. Safe for use by many threads; close it once.
 */
public final class JerseyCourier implements Courier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JerseyCourier.class);

    /** So much of an answer is read that its connection serves again; nobody looks at it. */
    private static final int MOST_BYTES = 16 << 10;

    /** More than all receivers get at once. */
    private static final int MOST_CONNECTIONS = 4_096;

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);
    private static final TimeValue LIFE = TimeValue.ofMinutes(10);
    private static final TimeValue LOOK_AGAIN = TimeValue.ofSeconds(1);

    private final boolean allowHttp;
    private final Bounds bounds;
    private final Client client;

    public JerseyCourier(WebhooksConfiguration configuration) {
        this(configuration, new GuardedResolver(new AddressGuard(configuration.allowedNetworks())));
    }

    JerseyCourier(WebhooksConfiguration configuration, DnsResolver resolver) {
        this.allowHttp = configuration.allowHttp();
        this.bounds = new Bounds(configuration.requestTimeout(), MOST_BYTES);
        this.client = JerseyClientBuilder.createClient(new ClientConfig()
                .connectorProvider(new Apache5ConnectorProvider())
                .property(Apache5ClientProperties.CONNECTION_MANAGER, connections(configuration, resolver))
                .property(Apache5ClientProperties.DISABLE_COOKIES, true)
                .property(ClientProperties.FOLLOW_REDIRECTS, false)
                // because many receivers take no chunked body
                .property(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.BUFFERED)
                .register(new Exchanges(bounds)));
    }

    private static HttpClientConnectionManager connections(WebhooksConfiguration configuration, DnsResolver resolver) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(configuration.connectTimeout()))
                .setSocketTimeout(Timeout.of(configuration.requestTimeout()))
                .setValidateAfterInactivity(LOOK_AGAIN)
                .setTimeToLive(LIFE)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(connection)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }

    /** How Apache's client goes about an exchange. */
    private record Exchanges(Bounds bounds) implements Apache5HttpClientBuilderConfigurator {
        @Override
        public HttpClientBuilder configure(HttpClientBuilder builder) {
            return builder.addExecInterceptorFirst("bounds", bounds)
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableContentCompression()
                    .disableAuthCaching()
                    .setKeepAliveStrategy((response, context) -> IDLE);
        }
    }

    @Override
    public Answer send(Message message) {
        if (!allowHttp && !"https".equals(message.url().getScheme())) {
            // because it may have been allowed when the receiver was added
            return Answer.none(Trouble.ADDRESS_REFUSED);
        }
        try (Response response = client.target(message.url())
                .request()
                .header(HttpHeaders.USER_AGENT, "Shirube/" + ProgramVersion.current())
                .header("webhook-id", message.id())
                .header("webhook-timestamp", message.at().getEpochSecond())
                .header("webhook-signature", Signatures.of(message))
                .post(Entity.entity(
                        message.body().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE))) {
            return Answer.of(
                    response.getStatus(),
                    RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER), message.at()));
        } catch (ProcessingException e) {
            // because an exception may quote what a stranger answered
            LOG.debug("{} did not come through.", message, e);
            return Answer.none(trouble(e));
        }
    }

    private static Trouble trouble(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefusedException) {
                return Trouble.ADDRESS_REFUSED;
            }
            if (cause instanceof InterruptedIOException) {
                return Trouble.TIMEOUT;
            }
            if (cause instanceof SSLException) {
                return Trouble.TLS;
            }
            if (cause instanceof UnknownHostException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException) {
                return Trouble.UNREACHABLE;
            }
        }
        return Trouble.BROKEN;
    }

    @Override
    public void close() {
        client.close();
        bounds.close();
    }
}
