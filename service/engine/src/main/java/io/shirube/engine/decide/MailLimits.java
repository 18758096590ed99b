package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Touch;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Policies.MailLimit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How often one person gets promotional mail, and never after opting out. Mails about the service or the contract are
 * exempt. Where no contact is told, nothing is known and nothing is limited. Immutable, safe for use by many threads.
 */
final class MailLimits {

    private static final Set<String> MAIL = Set.of("MAIL", "EMAIL");

    private final List<MailLimit> limits;

    MailLimits(List<MailLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    /** Returns why an action that is a promotional mail reaches nobody now, or null. */
    @Nullable
    Barred screen(ActionType type, String channel, Run run) {
        List<Contact> contacts = run.snapshot().contacts();
        boolean limited = type.delivery().mailClass() == ActionType.MailClass.PROMOTION && MAIL.contains(channel);
        if (!limited || contacts == null) {
            return null;
        }
        List<Contact> present = contacts.stream()
                .filter(contact -> contact.leftOn() == null || contact.leftOn().isAfter(run.asOf()))
                .toList();
        if (present.isEmpty() || present.stream().anyMatch(contact -> canGetMail(contact, run))) {
            return null;
        }
        String allowedJa = limits.stream()
                .map(limit -> limit.days() + "日に" + limit.mails() + "通まで")
                .collect(Collectors.joining("、"));
        String allowedEn = limits.stream()
                .map(limit -> limit.mails() + " in " + limit.days() + " days")
                .collect(Collectors.joining(", "));
        return Barred.held(
                "LIMIT",
                "いま案内メールを送れる方がいないため、見合わせ中です" + (allowedJa.isEmpty() ? "。" : "(1人あたり" + allowedJa + "、配信停止を除く)。"),
                "Held because nobody there can get promotional mail now"
                        + (allowedEn.isEmpty() ? "." : " (" + allowedEn + " for one person, and no opt-out)."));
    }

    private boolean canGetMail(Contact contact, Run run) {
        if (Boolean.TRUE.equals(contact.optedOut())) {
            return false;
        }
        List<Touch> touches = run.snapshot().touches();
        return touches == null
                || limits.stream()
                        .allMatch(limit -> touches.stream()
                                        .filter(touch -> isMailTo(contact, touch, run.asOf(), limit.days()))
                                        .count()
                                < limit.mails());
    }

    private static boolean isMailTo(Contact contact, Touch touch, LocalDate asOf, int days) {
        LocalDate on = touch.on();
        String channel = touch.channel();
        return on != null
                && channel != null
                && MAIL.contains(channel.toUpperCase(Locale.ROOT))
                && contact.id().equals(touch.contactId())
                && !on.isAfter(asOf)
                && on.isAfter(asOf.minusDays(days));
    }
}
