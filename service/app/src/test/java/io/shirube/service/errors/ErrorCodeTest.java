package io.shirube.service.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Text;
import io.shirube.service.requests.Writes;
import io.shirube.service.webhooks.Webhooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentences of the catalogue. */
class ErrorCodeTest {

    @Test
    void numbersInSentencesAreThoseThatCount() {
        Text webhooks = ErrorCode.TOO_MANY_WEBHOOKS.detail();
        assertThat(webhooks.ja()).contains("通知先は " + Webhooks.MOST + " 件まで");
        assertThat(webhooks.en()).contains("There may be " + Webhooks.MOST + " webhooks");

        Text reused = ErrorCode.IDEMPOTENCY_KEY_REUSED.detail();
        assertThat(reused.ja()).contains(Writes.REMEMBERED.toHours() + "時間以内");
        assertThat(reused.en()).contains("last " + Writes.REMEMBERED.toHours() + " hours");

        Text notKept = ErrorCode.ANSWER_NOT_KEPT.detail();
        assertThat(Writes.MOST_BYTES).isEqualTo(1_048_576);
        assertThat(notKept.ja()).contains("1 MiB を超える応答");
        assertThat(notKept.en()).contains("larger than 1 MiB");
    }

    @Test
    void whoeverLostASecretIsToldHowToGetAnother() {
        for (String way : new String[] {"POST /api/v1/keys/{id}/rotation", "POST /api/v1/webhooks/{id}/secrets"}) {
            assertThat(ErrorCode.ANSWER_NOT_KEPT.detail().ja()).contains(way);
            assertThat(ErrorCode.ANSWER_NOT_KEPT.detail().en()).contains(way);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"INVALID_EVENT", "INVALID_ARRANGEMENT", "INVALID_KEY_REQUEST", "INVALID_WHAT_IF", "INVALID_WEBHOOK"
            })
    void aRequestWithMistakesPointsAtTheList(ErrorCode code) {
        assertThat(code.detail().en()).endsWith("has mistakes; errors lists them.");
        assertThat(code.detail().ja()).endsWith("の指定に誤りがあります。内容は errors を確認してください。");
    }
}
