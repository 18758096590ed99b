package io.shirube.io.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook before anything is built from it: every part is unpacked once with a limit that counts what
 * really comes out, and its XML is walked without entities. What passes cannot fill the memory any more.
 */
final class WorkbookGuard {

    private static final int MOST_PARTS = 2_000;
    private static final String SHEETS = "xl/worksheets/";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final SheetLimits limits;
    private final Map<String, SheetShape> shapes = new HashMap<>();
    private final Map<String, String> relations = new HashMap<>();
    private final Map<String, String> sheets = new HashMap<>();

    private int sharedTexts;
    private int mostShared = -1;

    private WorkbookGuard(SheetLimits limits) {
        this.limits = limits;
    }

    /** Returns the shapes of the sheets by their names. */
    static Map<String, SheetShape> look(Path file, SheetLimits limits) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(limits);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts = Collections.list(zip.entries());
            if (parts.size() > MOST_PARTS) {
                throw tooLarge();
            }
            for (ZipEntry part : parts) {
                guard.part(zip, part);
            }
        } catch (ZipException | IllegalArgumentException notZip) {
            throw new UnreadableFileException(
                    ".xlsx のファイルとして開けません。Excelで開いて「Excelブック(.xlsx)」で保存し直してください（パスワード付きは読めません）。",
                    "This is no .xlsx workbook. Open it in Excel and save it as .xlsx (a password must be taken off).");
        }
        if (guard.mostShared >= guard.sharedTexts) {
            // because the library would make up texts until there are that many
            throw Workbook.damaged();
        }
        Map<String, SheetShape> byName = new HashMap<>();
        guard.sheets.forEach((name, id) -> {
            SheetShape shape = guard.shapes.get(guard.relations.getOrDefault(id, ""));
            if (shape != null) {
                byName.put(name, shape);
            }
        });
        return byName;
    }

    private void part(ZipFile zip, ZipEntry part) throws IOException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        boolean sheet = name.startsWith(SHEETS) && name.endsWith(".xml");
        try (InputStream in = new Capped(zip.getInputStream(part), sheet ? limits.sheetBytes() : limits.partBytes())) {
            if (sheet) {
                SheetScan scan = new SheetScan(part.getName().substring(SHEETS.length()), limits);
                SafeXml.walk(in, scan);
                shapes.put(part.getName(), scan.shape());
                mostShared = Math.max(mostShared, scan.mostShared());
            } else if (name.equals("xl/workbook.xml")) {
                SafeXml.walk(in, (element, reader) -> {
                    if (element.equals("sheet")) {
                        sheets.put(
                                text(reader.getAttributeValue(null, "name")),
                                text(reader.getAttributeValue(RELATION, "id")));
                    }
                });
            } else if (name.equals("xl/_rels/workbook.xml.rels")) {
                SafeXml.walk(
                        in,
                        (element, reader) -> relation(
                                text(reader.getAttributeValue(null, "Id")),
                                text(reader.getAttributeValue(null, "Target"))));
            } else {
                SafeXml.walk(in, (element, reader) -> sharedTexts += element.equals("si") ? 1 : 0);
            }
        }
    }

    private void relation(String id, String target) {
        relations.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static UnreadableFileException tooLarge() {
        return new UnreadableFileException(
                "ブックが大きすぎます。不要なシートや図を消すか、CSVで保存してください。",
                "The workbook is too large. Delete sheets and pictures that are not needed, or save it as CSV.");
    }

    /** Ends with an error once more came out than allowed. */
    private static final class Capped extends FilterInputStream {
        private long left;

        Capped(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
