package io.shirube.engine.authoring.expression;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionMessagesTest {

    @ParameterizedTest
    @MethodSource("messages")
    void areWholeSentencesInBothLanguages(Message message) {
        MessageStyle.check(message);
    }

    static Stream<Message> messages() {
        return Stream.of(SyntaxMessage.values(), TypeMessage.values(), NameMessage.values(), ReasonMessage.values())
                .flatMap(Arrays::stream);
    }
}
