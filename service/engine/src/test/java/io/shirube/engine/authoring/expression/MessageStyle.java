package io.shirube.engine.authoring.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Text;

/** How a message to an author is written: whole sentences, in English and in polite Japanese. */
public final class MessageStyle {

    /** A capital, a quotation, or a detail whose name begins with one; then a stop. */
    private static final String ENGLISH = "(?s)([A-Z\"\\[]|\\{\\d\\}).*[.?]";

    /** An end that is です, ます or a question, and the stop behind it, or behind brackets that follow. */
    private static final String JAPANESE = "(?s).*(です|ます|ません|ました|か|ください)(（[^）]*）)?。|.*: \\{\\d\\}。";

    private MessageStyle() {}

    /** Holds both sentences of a message against the style; a sentence that is one detail is made elsewhere. */
    public static void check(Message message) {
        sentences(message.code(), message.wording().what());
        sentences(message.code(), message.wording().tryThis());
    }

    private static void sentences(String code, Text text) {
        if (!text.ja().matches("\\{\\d\\}")) {
            assertThat(text.en()).as(code).matches(ENGLISH);
            assertThat(text.ja()).as(code).matches(JAPANESE).doesNotContain("のことでしょうか");
        }
    }
}
