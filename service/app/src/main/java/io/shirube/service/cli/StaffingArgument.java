package io.shirube.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.shirube.engine.simulate.Staffing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** How many hours people have: {@code capacity} of {@code config.yml}, and what the command line says instead. */
final class StaffingArgument {

    static final Option PEOPLE = Option.optional(
            "--people",
            "ROLE=N",
            "担当の役割の人数（常勤換算、繰り返し可。例: CSM=3）",
            "full-time people of an owner role, such as CSM=3; may be repeated");

    private static final double HOURS_PER_WEEK = 40;
    private static final double UTILISATION = 0.75;
    private static final double ADMIN_SHARE = 0.15;
    private static final double MOST_PEOPLE = 100_000;

    private StaffingArgument() {}

    static Staffing of(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        JsonNode capacity = capacity(console.home().resolve("config.yml"));
        double hours = capacity.path("hoursPerWeek").asDouble(HOURS_PER_WEEK)
                * capacity.path("utilisation").asDouble(UTILISATION)
                * (1 - capacity.path("adminShare").asDouble(ADMIN_SHARE));
        TreeMap<String, Double> people = new TreeMap<>();
        capacity.path("people")
                .properties()
                .forEach(role -> people.put(role.getKey(), role.getValue().asDouble()));
        for (String written : arguments.values(PEOPLE)) {
            int equals = written.indexOf('=');
            people.put(
                    written.substring(0, Math.max(0, equals)),
                    number(written, written.substring(equals + 1), equals > 0));
        }
        return new Staffing(hours, people, Staffing.QUARTER);
    }

    private static double number(String written, String number, boolean named) throws CouldNotRunException {
        try {
            double people = Double.parseDouble(number);
            if (named && people >= 0 && people <= MOST_PEOPLE) {
                return people;
            }
        } catch (NumberFormatException notANumber) {
            // said below, together with a missing role
        }
        throw new CouldNotRunException(
                "--people は CSM=3 の形で指定してください: " + written, "--people must be such as CSM=3, not " + written + ".");
    }

    private static JsonNode capacity(Path config) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        if (!Files.exists(config)) {
            return yaml.createObjectNode();
        }
        SubstitutingSourceProvider source = new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false));
        try (InputStream in = source.open(config.toString())) {
            return yaml.readTree(in).path("capacity");
        }
    }
}
