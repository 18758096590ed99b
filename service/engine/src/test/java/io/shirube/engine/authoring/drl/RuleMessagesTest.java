package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.MessageStyle;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleMessagesTest {

    @ParameterizedTest
    @MethodSource("messages")
    void areWholeSentencesInBothLanguages(Message message) {
        MessageStyle.check(message);
    }

    static Stream<Message> messages() {
        return Stream.of(RuleMessage.values(), ConditionMessage.values(), ConclusionMessage.values())
                .flatMap(Arrays::stream);
    }
}
