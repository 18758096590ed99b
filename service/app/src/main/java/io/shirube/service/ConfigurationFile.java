package io.shirube.service;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.util.Duration;
import io.shirube.engine.model.Text;
import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.config.ServerFactoryMixIn;
import io.shirube.service.config.ShirubeConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file, with or without the service.
 *
 * @param path absolute
 */
record ConfigurationFile(Path path) {

    static ConfigurationFile at(Path path) {
        return new ConfigurationFile(path.toAbsolutePath().normalize());
    }

    /** Returns the folder where its relative paths start. */
    Path base() {
        return path.getParent() == null ? path : path.getParent();
    }

    ShirubeConfiguration read() throws CouldNotRunException {
        // because the service refuses a misspelt key too
        ObjectMapper mapper = Jackson.newObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        prepare(mapper);
        try {
            return new YamlConfigurationFactory<>(ShirubeConfiguration.class, Validators.newValidator(), mapper, "dw")
                    .build(substituting(new FileConfigurationSourceProvider()), path.toString());
        } catch (ConfigurationException | IOException e) {
            throw new CouldNotRunException(wrong(e));
        }
    }

    /** Makes a mapper read what only this program's configuration has. */
    static void prepare(ObjectMapper mapper) {
        mapper.addMixIn(ServerFactory.class, ServerFactoryMixIn.class);
    }

    /** Puts environment variables where a file names them. */
    static ConfigurationSourceProvider substituting(ConfigurationSourceProvider files) {
        return new SubstitutingSourceProvider(files, new EnvironmentVariableSubstitutor(false));
    }

    /** Returns what to say of a file that cannot be used. */
    static Text wrong(Throwable cause) {
        Optional<String> time = wrongTime(cause.getCause());
        if (time.isPresent()) {
            return new Text(
                    "設定ファイルに誤りがあります。\n" + time.get() + " は、730d や 500ms のように数と単位で書いてください。",
                    "the configuration file is wrong.\n" + time.get()
                            + " must be a number with its unit, such as 730d or 500ms.");
        }
        String detail = String.valueOf(cause.getMessage()).strip();
        return new Text("設定ファイルに誤りがあります。\n" + detail, "the configuration file is wrong.\n" + detail);
    }

    /** Returns the key of a length of time that cannot be read. */
    private static Optional<String> wrongTime(@Nullable Throwable cause) {
        boolean time = (cause instanceof ValueInstantiationException value
                        && value.getType().hasRawClass(Duration.class))
                || (cause instanceof MismatchedInputException mismatched
                        && Duration.class.equals(mismatched.getTargetType()));
        return time && cause instanceof JsonMappingException mapping
                ? Optional.of(mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .collect(Collectors.joining(".")))
                : Optional.empty();
    }
}
