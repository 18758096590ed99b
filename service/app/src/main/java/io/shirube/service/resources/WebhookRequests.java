package io.shirube.service.resources;

import com.fasterxml.jackson.databind.JsonNode;
import io.shirube.engine.input.InputCode;
import io.shirube.service.callout.AddressGuard;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.webhooks.Webhook;
import io.shirube.service.webhooks.WebhookState;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what administrators want of receivers, and says everything that is wrong with it at once. Safe for use by many threads. */
final class WebhookRequests {

    private static final String URL = "url";
    private static final String DESCRIPTION = "description";
    private static final String KINDS = "kinds";
    private static final String LANG = "lang";
    private static final String STATE = "state";
    private static final Names<ChangeKind> ALL_KINDS = Names.of(List.of(ChangeKind.values()));
    private static final Names<Language> LANGUAGES = Names.of(List.of(Language.values()), Language::code);
    private static final Names<WebhookState> SETTABLE = Names.of(List.of(WebhookState.ACTIVE, WebhookState.PAUSED));
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LAST_PORT = 65_535;

    /** Hosts that are addresses: nobody is asked for a name. */
    private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

    private final boolean allowHttp;
    private final AddressGuard guard;

    WebhookRequests(WebhooksConfiguration configuration) {
        this.allowHttp = configuration.allowHttp();
        this.guard = new AddressGuard(configuration.allowedNetworks());
    }

    /**
     * What to change of a receiver.
     *
     * @param state null leaves it
     */
    record Change(
            UnaryOperator<Webhook.Settings> settings,
            @Nullable WebhookState state) {}

    /** @throws ProblemException when the body says no receiver */
    Webhook.Settings wanted(byte[] body) {
        RequestObject request =
                RequestObject.read(body, ErrorCode.INVALID_WEBHOOK, List.of(URL, DESCRIPTION, KINDS, LANG));
        Optional<URI> url = url(request);
        @Nullable String description = description(request);
        Set<ChangeKind> kinds = kinds(request);
        Language language = request.has(LANG) ? request.named(LANG, LANGUAGES).orElse(Language.EN) : Language.EN;
        request.requireRight();
        return new Webhook.Settings(url.orElseThrow(request::refused), description, kinds, language);
    }

    /** @throws ProblemException when the body says no change */
    Change change(byte[] body) {
        RequestObject request =
                RequestObject.read(body, ErrorCode.INVALID_WEBHOOK, List.of(URL, DESCRIPTION, KINDS, LANG, STATE));
        Optional<URI> url = request.has(URL) ? url(request) : Optional.empty();
        @Nullable String description = description(request);
        Set<ChangeKind> kinds = kinds(request);
        Language language = request.has(LANG) ? request.named(LANG, LANGUAGES).orElse(Language.EN) : Language.EN;
        @Nullable
        WebhookState state = request.has(STATE) ? request.named(STATE, SETTABLE).orElse(null) : null;
        request.requireRight();
        return new Change(
                now -> new Webhook.Settings(
                        url.orElse(now.url()),
                        request.has(DESCRIPTION) ? description : now.description(),
                        request.has(KINDS) ? kinds : now.kinds(),
                        request.has(LANG) ? language : now.language()),
                state);
    }

    private Optional<URI> url(RequestObject request) {
        Optional<URI> url = request.text(URL, LONGEST_URL).flatMap(text -> url(text, request));
        url.filter(it -> !leadsOut(it))
                .ifPresent(it -> request.wrong(
                        InputCode.OUT_OF_RANGE,
                        URL,
                        "url のアドレスは公開されていないネットワークにあります。必要なら config.yml の webhooks.allowedNetworks で許可してください。",
                        "The address in url is in a network that is not public. If it is meant, allow it in"
                                + " webhooks.allowedNetworks of config.yml."));
        return url;
    }

    private Optional<URI> url(String text, RequestObject request) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean spoken = scheme.equals("https") || (allowHttp && scheme.equals("http"));
            if (spoken
                    && url.getHost() != null
                    && url.getPort() <= LAST_PORT
                    && url.getPort() != 0
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null) {
                return Optional.of(URI.create(scheme + text.substring(scheme.length())));
            }
        } catch (URISyntaxException e) {
            // because what cannot be read is told like what is not taken
        }
        String schemes = allowHttp ? "https:// or http://" : "https://";
        String ja = allowHttp ? "https:// か http://" : "https://";
        request.wrong(
                InputCode.OUT_OF_RANGE,
                URL,
                "url は " + ja + " で始まる、https://crm.example.com/hooks のような URL にしてください。ユーザー名や # は使えません。",
                "url must begin with " + schemes
                        + ", such as https://crm.example.com/hooks, without a user name and without #.");
        return Optional.empty();
    }

    /** Names are looked up when something is sent: where they lead now says nothing about then. */
    private boolean leadsOut(URI url) {
        String host = url.getHost();
        boolean local = host.equalsIgnoreCase("localhost");
        if (!local && !LITERAL.matcher(host).matches()) {
            return true;
        }
        try {
            return guard.allows(local ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static @Nullable String description(RequestObject request) {
        return request.field(DESCRIPTION).isMissingNode()
                        || request.field(DESCRIPTION).isNull()
                ? null
                : request.text(DESCRIPTION, LONGEST_DESCRIPTION).orElse(null);
    }

    private static Set<ChangeKind> kinds(RequestObject request) {
        JsonNode list = request.field(KINDS);
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        if (list.isMissingNode() || list.isNull()) {
            return kinds;
        }
        list.forEach(kind -> ALL_KINDS.find(kind.textValue()).ifPresent(kinds::add));
        if (!list.isArray() || list.isEmpty() || kinds.size() < list.size()) {
            request.wrong(
                    InputCode.OUT_OF_RANGE,
                    KINDS,
                    "kinds には次の名前を重複なく並べてください。すべて受け取るなら null にします: " + ALL_KINDS,
                    "kinds must list some of these names, each once, or be null for all: " + ALL_KINDS + ".");
        }
        return kinds;
    }
}
