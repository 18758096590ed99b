package io.shirube.bench.twin;

import io.shirube.bench.twin.TwinContact.Role;
import java.util.List;

/** Low ratings nobody answered: the two rules of the frozen {@code voice.drl}. Stateless. */
final class TwinVoice {

    static final int RULES = 2;

    private TwinVoice() {}

    static void judge(TwinAccount a, int first, List<Hit> hits) {
        List<TwinContact> contacts = a.contacts;
        if (contacts == null) {
            return;
        }
        for (int i = 0; i < contacts.size(); i++) {
            if (isUnanswered(contacts.get(i), a.followUpRating)) {
                hits.add(new Hit(first, i));
            }
        }
        for (int i = 0; i < contacts.size(); i++) {
            TwinContact contact = contacts.get(i);
            boolean leads = contact.role == Role.EXECUTIVE
                    || contact.role == Role.SPONSOR
                    || contact.role == Role.DECISION_MAKER;
            if (leads && isUnanswered(contact, a.followUpRating)) {
                hits.add(new Hit(first + 1, i));
            }
        }
    }

    private static boolean isUnanswered(TwinContact contact, double limit) {
        return contact.ratingValue <= limit
                && Boolean.FALSE.equals(contact.ratingAnswered)
                && contact.ratingDaysAgo >= 0
                && contact.ratingDaysAgo <= 30
                && (contact.lastContactDaysAgo > 7 || Double.isNaN(contact.lastContactDaysAgo));
    }
}
