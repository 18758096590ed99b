package io.shirube.engine.decide;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.Decision.Remark;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was odd in the input of one decision, in the order found, each thing once. */
final class Notices {

    private static final int MOST = 200;

    private final List<Remark> list = new ArrayList<>();

    void add(String code, String ja, String en, Map<String, String> values) {
        Remark remark = new Remark(code, new Text(ja, en), new TreeMap<>(values));
        if (list.size() < MOST && !list.contains(remark)) {
            list.add(remark);
        }
    }

    /**
     * Something dated after the day of the decision, left out.
     *
     * @param ja what Japanese sentences call it
     */
    void future(String path, String ja, LocalDate at, LocalDate asOf) {
        add(
                "FUTURE",
                ja + "の日付" + ValueText.dayJa(at) + "は判定日より後のため、使いません。",
                path + " is dated " + at + ", after the day of the decision (" + asOf + "), and was left out.",
                Map.of("name", path, "at", at.toString()));
    }

    List<Remark> list() {
        return List.copyOf(list);
    }
}
