package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/** Where the book of accounts is kept: in a PostgreSQL that the program runs itself, or in one that is given. */
public final class DatabaseConfiguration {

    @NotNull
    @JsonProperty
    private String url = "";

    @NotNull
    @JsonProperty
    private String user = "shirube";

    @NotNull
    @JsonProperty
    private String password = "";

    @NotBlank
    @JsonProperty
    private String folder = "data";

    @Min(1)
    @Max(200)
    @JsonProperty
    private int connections = 16;

    @Valid
    @NotNull
    @JsonProperty
    private RetentionConfiguration retention = new RetentionConfiguration();

    /** Returns whether the program runs the database server itself. */
    public boolean embedded() {
        return url.isBlank();
    }

    /** Returns the address of the external database, {@code jdbc:postgresql://…}; blank without one. */
    public String url() {
        return url.strip();
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Returns the folder of the embedded server; a relative one starts at {@code base}, the configuration's folder. */
    public Path folder(Path base) {
        return base.resolve(folder).normalize();
    }

    /** Returns how long things are kept. */
    public RetentionConfiguration retention() {
        return retention;
    }

    /** Returns how many connections are open at most. */
    public int connections() {
        return connections;
    }
}
