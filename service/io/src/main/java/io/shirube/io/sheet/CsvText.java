package io.shirube.io.sheet;

import io.shirube.engine.model.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a CSV file, whose encoding is UTF-8 or CP932.
 *
 * @param reader fails on bytes that the encoding does not have
 * @param said what to tell the user when the encoding was not obvious, else null
 */
public record CsvText(Reader reader, @Nullable Text said) {

    /** The name under which Java knows the Japanese encoding of Windows. */
    private static final Charset CP932 = Charset.forName("windows-31j");

    private static final int LOOKED_AT = 1024 * 1024;

    /**
     * Opens a stream.
     *
     * @param encoding as the user gave it, or null to look at the first MiB
     */
    public static CsvText open(InputStream in, @Nullable String encoding) throws IOException {
        byte[] head = in.readNBytes(LOOKED_AT);
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            throw new UnreadableFileException(
                    "CSVの文字コードが UTF-16 です。「CSV UTF-8」で保存し直してください。",
                    "The CSV is UTF-16. Save it again as \"CSV UTF-8\".");
        }
        boolean marked = startsWith(head, 0xEF, 0xBB, 0xBF);
        Charset charset = charset(head, marked, encoding);
        int from = marked ? 3 : 0;
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head, from, head.length - from), in);
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Text said = encoding == null && charset.equals(CP932)
                ? new Text(
                        "CSVを CP932（Shift_JIS）として読みました。違う場合は --encoding で指定してください。",
                        "The CSV was read as CP932 (Shift_JIS). Say --encoding if it is another.")
                : null;
        return new CsvText(new InputStreamReader(whole, strict), said);
    }

    private static Charset charset(byte[] head, boolean marked, @Nullable String encoding)
            throws UnreadableFileException {
        if (encoding != null) {
            return named(encoding);
        }
        if (marked || fits(head, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (fits(head, CP932)) {
            return CP932;
        }
        throw new UnreadableFileException(
                "CSVの文字コードが UTF-8 でも CP932 でもありません。「CSV UTF-8」で保存し直してください。",
                "The CSV is neither UTF-8 nor CP932. Save it again as \"CSV UTF-8\".");
    }

    private static Charset named(String encoding) throws UnreadableFileException {
        return switch (encoding.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "")) {
            case "utf8" -> StandardCharsets.UTF_8;
            case "cp932", "windows31j", "ms932", "shiftjis", "sjis" -> CP932;
            default ->
                throw new UnreadableFileException(
                        "--encoding には utf-8 または cp932 を指定してください。値: " + encoding,
                        "--encoding must be utf-8 or cp932, but is " + encoding + ".");
        };
    }

    /** Returns whether the bytes are of a charset; the last character may be cut. */
    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer out = CharBuffer.allocate(8192);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, false);
        }
        return result.isUnderflow();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
