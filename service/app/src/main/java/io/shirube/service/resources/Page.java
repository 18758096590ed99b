package io.shirube.service.resources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.language.Language;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor of what comes next. Stateless. */
final class Page {

    static final int DEFAULT = 100;
    static final int MOST = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Page() {}

    /** @param next the cursor of what comes next; null when nothing does */
    record Part<T>(List<T> items, @Nullable String next) {}

    /** Returns how many are wanted. */
    static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit.matches("[0-9]{1,4}")) {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        }
        throw ProblemException.parameter(
                "limit",
                new Text(
                        "limit は 1 から " + MOST + " までの整数で指定してください。",
                        "limit must be a whole number from 1 to " + MOST + "."));
    }

    /**
     * Answers a list of which one more was read than is wanted.
     *
     * @param cursor of an item, from which the next page goes on
     */
    static <T> Response of(
            List<T> oneMore, int limit, Language language, Function<T, ObjectNode> shown, Function<T, String> cursor) {
        Part<T> part = part(oneMore, limit, cursor);
        return of(part.items(), part.next(), language, shown);
    }

    /**
     * Returns what is wanted of a list of which one more was read.
     *
     * @param cursor of an item, from which the next page goes on
     */
    static <T> Part<T> part(List<T> oneMore, int limit, Function<T, String> cursor) {
        List<T> items = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new Part<>(items, oneMore.size() > limit ? cursor.apply(items.get(items.size() - 1)) : null);
    }

    /** Answers a list with the cursor behind it. */
    static <T> Response of(List<T> items, @Nullable String next, Language language, Function<T, ObjectNode> shown) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode list = page.putArray("items");
        items.forEach(item -> list.add(shown.apply(item)));
        page.put("next", next);
        return Response.ok(page.toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }

    /** Makes a cursor that callers do not take apart. */
    static String opaque(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what {@link #opaque} was made of. */
    static String place(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw noCursor("cursor");
        }
    }

    /** Returns the number in a cursor before which to go on; the greatest there is without one. */
    static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(place(cursor));
        } catch (NumberFormatException e) {
            throw noCursor("cursor");
        }
    }

    /** @param parameter by which name it came in */
    static ProblemException noCursor(String parameter) {
        return ProblemException.parameter(
                parameter,
                new Text(
                        parameter + " には前のページの next をそのまま指定してください。",
                        parameter + " must be the next of the page before, as it is."));
    }
}
