package io.shirube.service.requests;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A write that somebody asks for, or a part of one.
 *
 * @param key under which he may send it again; null when he does not say one
 * @param part 1 for a write that is carried out as a whole, else the number of the part, from 1
 * @param print SHA-256 of everything that makes it this write and no other
 */
public record Write(Author author, @Nullable String key, int part, String print) {

    /** Name of the header in which the key comes. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** @throws ProblemException when the key is none */
    public Write {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemException.parameter(
                    HEADER,
                    new Text(
                            HEADER + " には印字できる ASCII 文字を1〜255文字で指定してください。リクエストごとに新しい UUID を作るのが確実です。",
                            HEADER
                                    + " must be 1 to 255 printable ASCII characters. A new UUID for every request is a good"
                                    + " choice."));
        }
    }

    /**
     * Returns a write that is carried out as a whole.
     *
     * @param what method, path and whatever else makes it this write, in an order of its own
     */
    public static Write of(Author author, @Nullable String key, List<String> what, byte[] body) {
        Hasher hasher = Hashing.sha256().newHasher();
        what.forEach(word -> add(hasher, word.getBytes(StandardCharsets.UTF_8)));
        add(hasher, body);
        return new Write(author, key, 1, hasher.hash().toString());
    }

    /** Returns a part of it that is carried out by itself. */
    public Write part(int number, HashCode content) {
        return new Write(
                author,
                key,
                number,
                Hashing.sha256()
                        .newHasher()
                        .putString(print, StandardCharsets.US_ASCII)
                        .putBytes(content.asBytes())
                        .hash()
                        .toString());
    }

    /** With its length, so that no two lists of words come to the same. */
    private static void add(Hasher hasher, byte[] word) {
        hasher.putInt(word.length).putBytes(word);
    }
}
