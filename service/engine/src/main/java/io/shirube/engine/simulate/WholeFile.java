package io.shirube.engine.simulate;

import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A file that changes as a whole. */
@SuppressWarnings("ArrayRecordComponent") // because it is never compared
record WholeFile(String path, byte @Nullable [] before, byte @Nullable [] after, int edit) implements FilePart {

    /** Takes the edit into the list. */
    static WholeFile of(String path, byte @Nullable [] before, byte @Nullable [] after, EditList edits) {
        Position at = Encodings.start(path);
        Edit.Kind kind =
                before == null ? Edit.Kind.FILE_ADDED : after == null ? Edit.Kind.FILE_REMOVED : Edit.Kind.FILE_CHANGED;
        Text text = before == null
                ? new Text("ファイル「" + path + "」を追加", "file " + path + " added")
                : after == null
                        ? new Text("ファイル「" + path + "」を削除", "file " + path + " removed")
                        : new Text("ファイル「" + path + "」を全体として変更", "file " + path + " changed as a whole");
        return new WholeFile(
                path,
                before,
                after,
                edits.add(kind, before == null ? null : at, after == null ? null : at, text, false));
    }

    @Override
    public void compose(IntPredicate applied, Map<String, byte[]> files) {
        byte[] chosen = applied.test(edit) ? after : before;
        if (chosen != null) {
            files.put(path, chosen);
        }
    }
}
