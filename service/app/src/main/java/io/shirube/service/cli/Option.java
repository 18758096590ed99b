package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * One option of a command.
 *
 * @param name with its two hyphens
 * @param value what stands for its value in the help, or null for a switch
 */
record Option(String name, @Nullable String value, boolean required, Text help) {

    static final Option LANG = optional("--lang", "ja|en", "表示言語（既定: en）", "language of what is shown (default: en)");
    static final Option AS_OF = optional(
            "--as-of",
            "DATE",
            "判定する日（既定: config.yml の時間帯での今日）",
            "the day to decide as of (default: today in the zone of config.yml)");
    static final Option EXPLAIN = optional(
            "--explain",
            "none|reasons|full",
            "理由の詳しさ（既定: reasons、full はすべてのルールと条件の判定）",
            "how much of the reasons is written (default: reasons; full: every rule and condition)");

    static Option required(String name, String value, String ja, String en) {
        return new Option(name, value, true, new Text(ja, en));
    }

    static Option optional(String name, String value, String ja, String en) {
        return new Option(name, value, false, new Text(ja, en));
    }

    static Option flag(String name, String ja, String en) {
        return new Option(name, null, false, new Text(ja, en));
    }

    /** Returns the option as a usage line shows it. */
    String shown() {
        return value == null ? name : name + " " + value;
    }
}
