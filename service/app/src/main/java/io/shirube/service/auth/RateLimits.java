package io.shirube.service.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shirube.engine.model.Text;
import io.shirube.service.config.AuthConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often a caller may ask: a bucket for each key, and one for each address that shows none that is known. Safe for use by many
 * threads.
 */
final class RateLimits {

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST = 100_000;

    /** An IPv6 network has so many bytes of its address; a caller has every address of his. */
    private static final int NETWORK_BYTES = 8;

    private static final Text KNOWN = new Text("上限は GET /api/v1/me で確認できます。", "GET /api/v1/me tells the limit.");
    private static final Text UNKNOWN =
            new Text("有効な API キーを付ければ、キーごとの上限になります。", "With an API key that counts, the key's own limit holds.");

    private final AuthConfiguration configuration;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> addresses;
    private final Cache<String, TokenBucket> keys;

    /** @param nanos a clock like {@link System#nanoTime} */
    RateLimits(AuthConfiguration configuration, LongSupplier nanos) {
        this.configuration = configuration;
        this.nanos = nanos;
        this.keys = buckets(configuration.requestsPerSecond(), configuration.burst());
        this.addresses =
                buckets(configuration.unauthenticatedRequestsPerSecond(), configuration.unauthenticatedBurst());
    }

    /** A bucket nobody took from since it was full is like a new one. */
    private static <K> Cache<K, TokenBucket> buckets(int perSecond, int burst) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds(60 + burst / perSecond))
                .build();
    }

    /** Counts a request of a key. */
    void count(Caller caller) {
        countAsKey("key " + caller.id());
    }

    /** Counts a request from an address where nobody needs a key; it may ask as often as a key. */
    void countAnybody(String address) {
        countAsKey(network(address));
    }

    private void countAsKey(String name) {
        take(
                keys.get(
                        name,
                        unknown -> new TokenBucket(configuration.requestsPerSecond(), configuration.burst(), nanos)),
                KNOWN);
    }

    /** Counts a request from an address; what is returned gives it back. */
    Runnable count(String address) {
        TokenBucket bucket = addresses.get(
                network(address),
                network -> new TokenBucket(
                        configuration.unauthenticatedRequestsPerSecond(), configuration.unauthenticatedBurst(), nanos));
        take(bucket, UNKNOWN);
        return bucket::giveBack;
    }

    private static void take(TokenBucket bucket, Text advice) {
        long wait = bucket.take();
        if (wait > 0) {
            long seconds = Math.max(1, (wait + SECOND - 1) / SECOND);
            Text detail = new Text(
                    "リクエストが多すぎます。" + seconds + " 秒待ってから再送してください。" + advice.ja(),
                    "Too many requests. Wait " + seconds + (seconds == 1 ? " second" : " seconds")
                            + ", then try again. " + advice.en());
            throw new ProblemException(
                    new Problem(ErrorCode.TOO_MANY_REQUESTS, detail, List.of()),
                    Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        }
    }

    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // because an address with a colon is no name, nobody is asked what it means
            InetAddress read = InetAddress.getByName(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES))
                    : read.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
