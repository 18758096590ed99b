package io.shirube.engine.whatif;

import java.util.List;

/** Settings that together come to something, proven by deciding again. */
record Way(List<Setting> settings, Reached reached) {

    Way {
        settings = List.copyOf(settings);
    }

    int steps() {
        return settings.stream().mapToInt(Setting::steps).sum();
    }
}
