package io.shirube.service.openapi;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The description as a page for people, whole in itself: it fetches nothing, from us or from anybody. */
public final class DocsPage {

    /** Where it is served. */
    public static final String PATH = "/docs";

    private static final String STYLE = file("docs.css");
    private static final String SCRIPT = file("docs.js");

    private DocsPage() {}

    /** Returns what a browser may do with the page: run its own style and script, ask this service, and nothing else. */
    public static String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
                + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Returns the page in UTF-8. */
    static byte[] html(Language language) {
        Map<String, Object> page = new HashMap<>(new DocsModel(OpenApiDocument.of(language)).page());
        page.put("language", language.code());
        page.put("style", STYLE);
        page.put("script", SCRIPT);
        StringWriter html = new StringWriter();
        try {
            templates().getTemplate("docs.ftlh").process(page, html);
        } catch (IOException e) {
            throw new UncheckedIOException("docs.ftlh could not be read", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("docs.ftlh and the description do not fit", e);
        }
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(DocsPage.class, "");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        // because the page is the same whatever the machine's locale
        templates.setLocale(Locale.ROOT);
        templates.setNumberFormat("computer");
        return templates;
    }

    private static String file(String name) {
        try (InputStream in = DocsPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + DocsPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
