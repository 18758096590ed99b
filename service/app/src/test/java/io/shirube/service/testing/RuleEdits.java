package io.shirube.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An author who saves a folder of rules again and again. Each sound edit adds a rule to two phases that says the edit's
 * number, so that a decision by two revisions would show two numbers; it has other constraints than all before it, so
 * that it must be compiled. Edits by one thread, asked by many.
 */
public final class RuleEdits {

    private static final String SUCCESS = "4-success/edited.drl";
    private static final String ACTIONS = "5-actions/edited.drl";
    private static final List<String> KNOWN = List.of(
            "licensedSeats",
            "assignedSeats",
            "activeUsers30d",
            "dormantSeats90d",
            "weeklyActiveAvg",
            "newDepartmentSeats",
            "milestonesDone",
            "milestonesTotal");

    private final Path folder;
    private final Map<String, byte[]> sound = new LinkedHashMap<>();
    private final Map<String, byte[]> now = new HashMap<>();
    private final Map<String, String> markers = new ConcurrentHashMap<>();

    /** Copies rules into a folder and saves edit 0. */
    public RuleEdits(Path rules, Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = rules.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("cases/") && !name.endsWith("README.md")) {
                    sound.put(name, Files.readAllBytes(file));
                }
            }
        }
        for (Map.Entry<String, byte[]> file : sound.entrySet()) {
            put(file.getKey(), file.getValue());
        }
        save(0);
    }

    /** Returns an account that every edit's rules fire for. */
    public static String account() {
        return KNOWN.stream()
                .map(name -> "\"" + name + "\":50")
                .collect(Collectors.joining(",", "{\"account\":{\"id\":\"A-1\"},\"signals\":{", "}}"));
    }

    /** Saves a sound edit and returns the revision of the folder then. */
    public String save(int number) throws IOException {
        for (String name : List.copyOf(now.keySet())) {
            if (!sound.containsKey(name) && !name.equals(SUCCESS) && !name.equals(ACTIONS)) {
                put(name, null);
            }
        }
        for (Map.Entry<String, byte[]> file : sound.entrySet()) {
            if (now.get(file.getKey()) != file.getValue()) {
                put(file.getKey(), file.getValue());
            }
        }
        put(SUCCESS, rule("success", number, "success( DEEP )").getBytes(UTF_8));
        return put(
                ACTIONS,
                rule("action", number, "propose( SUPPORT_ESCALATION, \"edit\" )")
                        .getBytes(UTF_8));
    }

    /** Saves an edit that cannot be used, each time another of five, and returns the revision of the folder then. */
    public String breakSomething(int number) throws IOException {
        String unfinished =
                rule("action", number, "propose( SUPPORT_ESCALATION )").replace("end\n", "");
        return switch (number % 5) {
            case 0 -> put(ACTIONS, unfinished.getBytes(UTF_8));
            case 1 -> put(SUCCESS, rule("success", number, "success( HUGE )").getBytes(UTF_8));
            case 2 -> put("2-segment/new.table.csv", ("table,new\nhit,maybe\n" + number + "\n").getBytes(UTF_8));
            case 3 -> put("actions.yml", null);
            default -> put("5-actions/noise.drl", new byte[] {(byte) number, (byte) 0xFF, 0, (byte) 0xFE});
        };
    }

    /** Returns what a decision by that revision must say, null when it cannot have been used. */
    public @Nullable String marker(String revision) {
        return markers.get(revision);
    }

    private static String rule(String phase, int number, String verb) {
        String constraints = IntStream.range(0, KNOWN.size())
                .filter(bit -> (number + 1 & 1 << bit) != 0)
                .mapToObj(bit -> KNOWN.get(bit) + " >= 0")
                .collect(Collectors.joining(", "));
        return """
                rule "Edited %s"
                  @owner("test") @review("2027-03-31") @source("test") @grade("m")
                  @reason_ja("%s %d") @reason_en("%s %d")
                when
                  Signals( %s )
                then
                  %s;
                end
                """.formatted(phase, phase, number, phase, number, constraints, verb);
    }

    /** Saves one file whole, as good editors do, or removes it; and notes what the folder means then. */
    private String put(String name, byte @Nullable [] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (bytes == null) {
            now.remove(name);
        } else {
            now.put(name, bytes);
        }
        String revision = RuleBundle.of(now).revision();
        markers.put(revision, said(SUCCESS) + "," + said(ACTIONS));
        if (bytes == null) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.write(file.resolveSibling(".unfinished.tmp"), bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return revision;
    }

    private String said(String name) {
        byte[] bytes = now.get(name);
        return bytes == null ? "" : new String(bytes, UTF_8).replaceAll("(?s).*@reason_en\\(\"([^\"]*)\"\\).*", "$1");
    }
}
