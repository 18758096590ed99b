package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.SimulationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the report of a simulation as one page that fetches nothing, in one language. Everything stands on it without its
 * script, which only searches and sorts. Immutable, safe for use by many threads.
 */
public final class ReportPage {

    private static final String STYLE = file("page.css");
    private static final String SCRIPT = file("page.js");

    private final Names names;
    private final String language;

    /** @param language {@code ja}, or else English */
    public ReportPage(Names names, String language) {
        this.names = names;
        this.language = language.equals("ja") ? "ja" : "en";
    }

    /** Returns what a browser may do with the page: use its own style and script, and nothing else. */
    public static String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** Writes the page and leaves the stream open. Same report, same bytes. */
    public void write(Subject subject, SimulationReport report, Outlook outlook, OutputStream out) throws IOException {
        Html html = new Html();
        Page page = new Page(html, new Numbers(language.equals("ja"), names.currency()), names, language);
        html.open("html", "lang", language).open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", contentSecurityPolicy());
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", page.say("ルール変更の影響試算", "What the changed rules would do") + " " + report.asOf());
        html.open("style").own(STYLE).close().close();
        html.open("body");
        new HeadSection(page).write(subject, report);
        contents(page, outlook);
        html.open("main");
        new TouchSection(page).write(report);
        new ActionSection(page).write(report);
        new CapacitySection(page).write(report);
        new ContactSection(page).write(report);
        new RenewalSection(page).write(report);
        new OutlookSection(page).write(outlook);
        new EditSection(page).write(report);
        new MoverSection(page).write(report);
        html.close();
        html.open("script").own(SCRIPT).close().close().close();
        out.write(html.page().getBytes(StandardCharsets.UTF_8));
    }

    private static void contents(Page page, Outlook outlook) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("touches", page.say("タッチの移動", "Touches"));
        sections.put("matrices", page.say("区分移動表", "Matrices"));
        sections.put("actions", page.say("アクション", "Actions"));
        sections.put("capacity", page.say("時間", "Hours"));
        sections.put("contacts", page.say("接触", "Contacts"));
        sections.put("renewals", page.say("更新カレンダー", "Renewals"));
        if (!outlook.sweep().isEmpty()) {
            sections.put("sweep", page.say("値を動かす", "Values"));
        }
        if (!outlook.months().isEmpty()) {
            sections.put("months", page.say("これからの月", "Months"));
        }
        sections.put("edits", page.say("変更", "Edits"));
        sections.put("movers", page.say("変わる会社", "Accounts"));
        Html html = page.html().open("nav", "aria-label", page.say("目次", "Contents"));
        sections.forEach((id, title) -> html.element("a", title, "href", "#" + id));
        html.close();
    }

    private static String file(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
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
