package io.shirube.service.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask without a pause and look at every answer: whether it is one, and whether it is by one revision.
 */
public final class ClientLoad implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARKER = Pattern.compile("\"text\":\"((?:success|action) \\d+)\"");

    /** How many decisions were looked at. */
    public final AtomicInteger decisions = new AtomicInteger();

    /** How many requests were answered with 200. */
    public final AtomicInteger answers = new AtomicInteger();

    /** Requests that failed, each with what it got. */
    public final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();

    /** Answers that are by more than one revision, or by one that never was whole. */
    public final ConcurrentLinkedQueue<String> mixed = new ConcurrentLinkedQueue<>();

    /** Revisions that decided something. */
    public final Set<String> revisions = ConcurrentHashMap.newKeySet();

    private final Function<String, @Nullable String> expected;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** @param expected what a decision by a revision must say */
    public ClientLoad(Function<String, @Nullable String> expected) {
        this.expected = expected;
    }

    /** Adds a client that asks again as soon as it is answered. */
    public void add(String name, Callable<HttpResponse<String>> request) {
        Thread thread = new Thread(() -> ask(request), name);
        threads.add(thread);
        thread.start();
    }

    private void ask(Callable<HttpResponse<String>> request) {
        while (!stopped) {
            try {
                HttpResponse<String> answer = request.call();
                if (answer.statusCode() == 200) {
                    answers.incrementAndGet();
                    look(answer.body());
                } else {
                    failed.add(answer.statusCode() + " " + answer.body());
                }
            } catch (Exception e) {
                failed.add(e.toString());
            }
        }
    }

    private void look(String answer) throws Exception {
        Set<String> here = new TreeSet<>();
        for (String line : answer.lines().toList()) {
            JsonNode decision = JSON.readTree(line);
            String revision = decision.path("ruleset").asText();
            decisions.incrementAndGet();
            here.add(revision);
            String said = markers(line);
            if (!said.equals(expected.apply(revision))) {
                mixed.add(revision + " says " + said + " instead of " + expected.apply(revision));
            }
        }
        if (here.size() != 1) {
            mixed.add("one answer by " + here);
        }
        revisions.addAll(here);
    }

    private static String markers(String line) {
        List<String> found = new ArrayList<>();
        Matcher matcher = MARKER.matcher(line);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return String.join(",", found);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
