package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.testing.FakeRulesLoader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description as a page: whole, in both languages, and closed to everything from elsewhere. */
class DocsTest {

    @TempDir
    static Path rules;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        service = RunningService.start((configuration, metrics, clock) -> new FakeRulesLoader(), rules);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void isOpenToAnybodyWithABrowser() throws Exception {
        HttpResponse<String> answer = service.client()
                .send(
                        HttpRequest.newBuilder(service.uri("/docs"))
                                .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void showsEveryOperationProblemAndSchema(String language) throws Exception {
        JsonNode api = new ObjectMapper()
                .readTree(service.get("/openapi.json?lang=" + language).body());
        String page = service.get("/docs?lang=" + language).body();

        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(page)
                        .contains("id=\"" + operation.path("operationId").asText() + "\"")
                        .contains(escaped(operation.path("summary").asText()))
                        .contains(escaped(operation.path("description").asText()));
            }
        }
        for (String kind : List.of("schema", "problem")) {
            api.at("/components/" + (kind.equals("schema") ? "schemas" : "responses"))
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(page).contains("id=\"" + kind + "-" + name + "\""));
        }
        assertThat(page).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void linksOnlyToPlacesThatItHas() throws Exception {
        String page = service.get("/docs").body();

        List<String> links = all(page, "href=\"#([^\"]*)\"");
        assertThat(links)
                .hasSizeGreaterThan(50)
                .allSatisfy(place -> assertThat(page).contains("id=\"" + place + "\""));
        assertThat(all(page, " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
    }

    @Test
    void fetchesNothingAndMayRunNothingButItsOwnTwoParts() throws Exception {
        HttpResponse<String> answer = service.get("/docs");
        String page = answer.body();
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(all(page, "(?:src|href|action)=\"((?:https?:)?//[^\"]*)\"")).isEmpty();
        assertThat(all(page, "( style=\"| on[a-z]+=\"|@import|url\\()")).isEmpty();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("style-src '" + hash(part(page, "style")) + "';")
                .contains("script-src '" + hash(part(page, "script")) + "';")
                .contains("connect-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(service.get("/docs/").headers().firstValue("Content-Security-Policy"))
                .hasValue(policy);
    }

    @Test
    void everythingElseMayNotRunAnything() throws Exception {
        for (String path : List.of("/openapi.json", "/docs/other", "/api/v1/me")) {
            assertThat(service.get(path).headers().allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; frame-ancestors 'none'");
        }
    }

    private static String part(String page, String element) {
        return page.substring(
                page.indexOf("<" + element + ">") + element.length() + 2, page.indexOf("</" + element + ">"));
    }

    private static String hash(String text) throws Exception {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
