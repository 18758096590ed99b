package io.shirube.io.map;

import java.text.Normalizer;
import java.util.List;

/** Writes the legal forms in company names one way, so that names from different sheets meet. */
final class Companies {

    private static final List<List<String>> FORMS = List.of(
            List.of("(株)", "株式会社"),
            List.of("(有)", "有限会社"),
            List.of("(合)", "合同会社"),
            List.of("(医)", "医療法人"),
            List.of("(社)", "社団法人"),
            List.of("(財)", "財団法人"),
            List.of("(学)", "学校法人"));

    private Companies() {}

    static String written(String name) {
        String written = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        for (List<String> form : FORMS) {
            written = written.replace(form.get(0), form.get(1));
        }
        return written.replaceAll("\\s+", "");
    }
}
