package io.shirube.engine.authoring.words;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.RuleBundle;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the bytes of a file into text by the encoding they have, or says why it cannot. */
public final class Encodings {

    private static final String CP932 = "windows-31j";

    private Encodings() {}

    /**
     * Returns the text without its byte order mark and with line feeds only. UTF-8; CP932, which Japanese Excel writes,
     * is taken with a notice.
     */
    public static Optional<String> read(String file, byte[] bytes, Report report) {
        Position start = start(file);
        if (bytes.length > RuleBundle.maxBytes(file)) {
            int most = RuleBundle.maxBytes(file) / 1000;
            report.error(
                    "file-too-large",
                    start,
                    say("ファイルが大きすぎます（上限" + most + "kB）。", "The file is too large (at most " + most + " kB)."),
                    say("いくつかのファイルに分けてください。", "Split it into several files."));
            return Optional.empty();
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            report.error(
                    "not-text",
                    start,
                    say("中身がExcelブック（.xlsx）です。テキストとして読めません。", "This is an Excel workbook (.xlsx) under another name."),
                    say(
                            "Excelで「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
                            "Save it again from Excel as \"CSV UTF-8 (comma delimited)\"."));
            return Optional.empty();
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            report.error(
                    "not-utf8",
                    start,
                    say("文字コードがUTF-16です。", "The file is encoded in UTF-16."),
                    say("文字コードをUTF-8にして保存し直してください。", "Save it again as UTF-8."));
            return Optional.empty();
        }
        return decode(file, bytes, report);
    }

    /** Returns the first place of a file: its first cell for a table, else line 1, column 1. */
    public static Position start(String file) {
        return file.endsWith(".csv") ? Position.inTable(file, 1, 1) : Position.inText(file, 1, 1);
    }

    private static Optional<String> decode(String file, byte[] bytes, Report report) {
        Optional<String> text = strictly(StandardCharsets.UTF_8, bytes);
        if (text.isEmpty() && Charset.isSupported(CP932)) {
            text = strictly(Charset.forName(CP932), bytes);
            if (text.isPresent()) {
                report.notice(
                        "cp932",
                        start(file),
                        say("Shift_JIS（CP932）のファイルとして読みました。", "Read as a Shift_JIS (CP932) file."),
                        say("「CSV UTF-8」またはUTF-8で保存すると、文字化けの心配がありません。", "Saved as UTF-8 it cannot be misread."));
            }
        }
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            report.error(
                    "not-utf8",
                    start(file),
                    say("文字として読めないデータが含まれています。", "The file holds bytes that are not text."),
                    say("文字コードをUTF-8にして保存し直してください。", "Save it again as UTF-8."));
            return Optional.empty();
        }
        return text.map(Encodings::plain);
    }

    private static String plain(String text) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return body.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
