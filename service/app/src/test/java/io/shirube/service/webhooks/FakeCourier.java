package io.shirube.service.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps what it is to send and answers as it is told to. For one thread. */
final class FakeCourier implements Courier {

    static final Answer TAKEN = Answer.of(200, null);
    static final Answer FAILED = Answer.of(500, null);

    final List<Message> sent = new ArrayList<>();
    Function<Message, Answer> answers = message -> TAKEN;

    @Override
    public Answer send(Message message) {
        sent.add(message);
        return answers.apply(message);
    }

    /** Returns what was sent since the last time, shortened to places in the feed. */
    List<Long> numbers() {
        List<Long> numbers =
                sent.stream().map(message -> Told.number(message.body())).toList();
        sent.clear();
        return numbers;
    }
}
