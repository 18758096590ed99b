package io.shirube.engine.portfolio;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What findings ask of one account: signals as rules see them, stale ones unknown. */
record AccountView(Vocabulary vocabulary, AccountSnapshot snapshot, Facts facts, Decision decision) {

    private static final int RENEWS_SOON_DAYS = 180;

    String id() {
        return decision.accountId();
    }

    LocalDate asOf() {
        return decision.asOf();
    }

    boolean isHigh() {
        return decision.segment().touch().equals("HIGH");
    }

    String programme() {
        return decision.segment().programme();
    }

    boolean isDeep() {
        return decision.success().level().equals("DEEP");
    }

    /** Returns whether it decides on renewal from today to 180 days ahead. */
    boolean renewsSoon() {
        Integer daysLeft = decision.renewal().daysLeft();
        return daysLeft != null && daysLeft >= 0 && daysLeft <= RENEWS_SOON_DAYS;
    }

    /** Returns the ARR, 0 when it is not known. */
    long arr() {
        return Math.round(number(FactType.CONTRACT, "arr").orElse(0));
    }

    OptionalDouble signal(String name) {
        return number(FactType.SIGNALS, name);
    }

    OptionalDouble number(FactType owner, String name) {
        Optional<Field> field = vocabulary.field(owner, name);
        if (field.isEmpty() || !facts.account().isKnown(field.get().slot())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(facts.account().number(field.get().slot()));
    }

    /** Returns the request themes of the last days, each once. */
    Set<String> themes(int days) {
        Set<String> themes = new TreeSet<>();
        for (Measurement measurement : snapshot.signals().getOrDefault("requestThemes", List.of())) {
            LocalDate at = measurement.at() == null ? asOf() : measurement.at();
            if (isWithin(at, days) && measurement.value() instanceof List<?> told) {
                told.forEach(theme -> themes.add(String.valueOf(theme).strip()));
            }
        }
        themes.remove("");
        return themes;
    }

    /** Returns the causes of questions opened in the last days. */
    Set<String> topics(int days) {
        Set<String> topics = new TreeSet<>();
        for (AccountSnapshot.Ticket ticket : tickets()) {
            if ("QUESTION".equals(ticket.kind()) && ticket.cause() != null && isWithin(ticket.openedAt(), days)) {
                topics.add(ticket.cause());
            }
        }
        return topics;
    }

    /** Returns the causes of open tickets of severity 1. */
    Set<String> outages() {
        Set<String> causes = new TreeSet<>();
        for (AccountSnapshot.Ticket ticket : tickets()) {
            LocalDate closed = ticket.closedAt();
            boolean open = closed == null || closed.isAfter(asOf());
            Double severity = ticket.severity();
            if (severity != null && severity == 1 && open && ticket.cause() != null) {
                causes.add(ticket.cause());
            }
        }
        return causes;
    }

    private List<AccountSnapshot.Ticket> tickets() {
        List<AccountSnapshot.Ticket> told = snapshot.tickets();
        return told == null ? List.of() : told;
    }

    private boolean isWithin(@Nullable LocalDate day, int days) {
        return day != null && !day.isAfter(asOf()) && !day.isBefore(asOf().minusDays(days));
    }
}
