package io.shirube.service.book;

import java.util.Locale;

/** What people may settle for one account for a time. */
public enum Arrangement {
    /** 手動固定: fixes the touch. */
    PIN,
    /** 臨時支援: actions as for one touch higher. */
    UPLIFT;

    /** Returns the member of an account that holds it. */
    public String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
