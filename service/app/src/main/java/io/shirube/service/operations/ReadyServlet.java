package io.shirube.service.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.service.rulesets.BrokenEditText;
import io.shirube.service.rulesets.RulesStatus;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers 200 once rules are compiled, refereed and warmed and while the database answers, else 503 with the reason. */
public final class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final transient Supplier<RulesStatus> status;
    private final transient BooleanSupplier databaseAnswers;

    public ReadyServlet(Supplier<RulesStatus> status, BooleanSupplier databaseAnswers) {
        this.status = status;
        this.databaseAnswers = databaseAnswers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RulesStatus now = status.get();
        boolean away = now.ready() && !databaseAnswers.getAsBoolean();
        boolean ready = now.ready() && !away;
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        try (JsonGenerator out = FACTORY.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writeBooleanField("ready", ready);
            out.writeStringField("state", now.state().name());
            RulesStatus.Active active = now.active();
            if (active != null) {
                out.writeStringField("revision", active.revision());
            }
            out.writeStringField("reason", away ? DatabaseHealthCheck.AWAY : reason(now));
            out.writeEndObject();
        }
    }

    private static String reason(RulesStatus now) {
        return switch (now.state()) {
            case LOADING -> "The rules are being compiled, refereed and warmed. / ルールの読み込み・照合・慣らし運転の途中です。";
            case OK -> "";
            case KEEPING_LAST_GOOD, NO_RULES -> BrokenEditText.of(now);
        };
    }
}
