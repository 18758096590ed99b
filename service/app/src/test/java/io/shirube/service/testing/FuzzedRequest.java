package io.shirube.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A request to some door of a description: often one that should work, often one that is wrong in some place.
 *
 * @param operation as the description has it
 */
@SuppressWarnings("ArrayRecordComponent") // because it is sent as it is and never compared
public record FuzzedRequest(String method, String path, Map<String, String> headers, byte[] body, JsonNode operation) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Texts that are no wish of anybody. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e309",
            "null",
            "true",
            "A-1",
            "あ",
            "\u0000",
            "\ud800",
            "😀",
            "'; --",
            "../x",
            "%",
            "{}",
            "2026-11-20",
            "2026-02-30",
            "9999-12-31",
            "10000-01-01",
            "v1",
            "x".repeat(3_000),
            "<b>",
            "\\",
            "\n",
            "*",
            "now");

    /** Makes requests of the operations of a description. For one thread. */
    public static final class Maker {

        private final Random random;
        private final JsonNode api;
        private final List<String> ids;
        private final List<FuzzedRequest> doors = new ArrayList<>();

        /**
         * @param ids what stands for the name in braces of a path, often
         * @param leftOut paths that are not asked, because they would end the test
         */
        public Maker(JsonNode api, List<String> ids, List<String> leftOut, Random random) {
            this.api = api;
            this.ids = ids;
            this.random = random;
            api.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(method -> {
                        String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        if (!leftOut.contains(name)) {
                            doors.add(new FuzzedRequest(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    Map.of(),
                                    new byte[0],
                                    method.getValue()));
                        }
                    }));
        }

        /** Returns the next request. */
        public FuzzedRequest next() {
            FuzzedRequest door = doors.get(random.nextInt(doors.size()));
            StringBuilder query = new StringBuilder();
            String path = door.path();
            for (JsonNode reference : door.operation().path("parameters")) {
                JsonNode parameter = resolved(reference);
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("path")) {
                    path = path.replace("{" + name + "}", encoded(id()));
                } else if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                    query.append(query.length() == 0 ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(encoded(value(resolved(parameter.path("schema")))));
                }
            }
            Map<String, String> headers = new HashMap<>();
            if (random.nextInt(4) == 0) {
                headers.put("Accept-Language", random.nextBoolean() ? "ja" : "x;q=9");
            }
            byte[] body = body(door.operation().path("requestBody").path("content"), headers);
            return new FuzzedRequest(door.method(), path + query, headers, body, door.operation());
        }

        private String id() {
            String odd = ODD.get(random.nextInt(ODD.size()));
            // because a path without a name, or with steps, is another path
            boolean unusable = odd.isBlank() || odd.contains("/") || odd.contains("\\") || odd.length() > 1_000;
            return random.nextInt(4) > 0 || unusable ? ids.get(random.nextInt(ids.size())) : odd;
        }

        private String value(JsonNode schema) {
            JsonNode some = schema.path("enum");
            if (some.size() > 0 && random.nextBoolean()) {
                return some.get(random.nextInt(some.size())).asText();
            }
            return ODD.get(random.nextInt(ODD.size()));
        }

        private byte[] body(JsonNode content, Map<String, String> headers) {
            if (content.isMissingNode()) {
                return new byte[0];
            }
            String type = content.fieldNames().next();
            headers.put("Content-Type", random.nextInt(30) == 0 ? "text/plain" : type);
            if (random.nextInt(20) == 0) {
                byte[] noise = new byte[random.nextInt(60)];
                random.nextBytes(noise);
                return noise;
            }
            List<JsonNode> examples = new ArrayList<>();
            content.path(type)
                    .path("examples")
                    .forEach(example -> examples.add(resolved(example).path("value")));
            if (examples.isEmpty()) {
                return "{}".getBytes(UTF_8);
            }
            JsonNode example = examples.get(random.nextInt(examples.size()));
            if (example.isTextual()) {
                return broken(example.textValue()).getBytes(UTF_8);
            }
            JsonNode copy = example.deepCopy();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                change(copy);
            }
            return broken(copy.toString()).getBytes(UTF_8);
        }

        /** Changes, takes away or adds one member somewhere. */
        private void change(JsonNode node) {
            List<JsonNode> parents = new ArrayList<>();
            gather(node, parents);
            if (parents.isEmpty()) {
                return;
            }
            JsonNode parent = parents.get(random.nextInt(parents.size()));
            JsonNode odd = odd();
            if (parent instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.isEmpty() || random.nextInt(6) == 0
                        ? ODD.get(random.nextInt(ODD.size()))
                        : names.get(random.nextInt(names.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, odd);
                }
            } else if (parent instanceof ArrayNode array) {
                array.add(odd);
            }
        }

        private static void gather(JsonNode node, List<JsonNode> parents) {
            if (node.isContainerNode()) {
                parents.add(node);
                node.forEach(child -> gather(child, parents));
            }
        }

        private JsonNode odd() {
            return switch (random.nextInt(7)) {
                case 0 -> JSON.getNodeFactory().nullNode();
                case 1 -> JSON.getNodeFactory().numberNode(random.nextInt());
                case 2 -> JSON.getNodeFactory().numberNode(random.nextGaussian() * 1e12);
                case 3 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
                case 4 -> JSON.createObjectNode();
                case 5 -> JSON.createArrayNode();
                default -> JSON.getNodeFactory().textNode(ODD.get(random.nextInt(ODD.size())));
            };
        }

        private String broken(String text) {
            if (random.nextInt(25) > 0 || text.isEmpty()) {
                return text;
            }
            int at = random.nextInt(text.length());
            return text.substring(0, at)
                    + (random.nextBoolean() ? "" : ODD.get(random.nextInt(ODD.size())) + text.substring(at));
        }

        private JsonNode resolved(JsonNode node) {
            return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, UTF_8).replace("+", "%20");
        }
    }

    /** Returns a line that says what was asked. */
    @Override
    public String toString() {
        return method + " " + path + " " + headers + " " + new String(body, UTF_8);
    }
}
