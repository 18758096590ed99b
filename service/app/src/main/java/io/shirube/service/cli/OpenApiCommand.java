package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.service.openapi.OpenApiDocument;
import java.util.List;

/** Prints the description of the REST doors, as a running service answers it at {@code /openapi.json}. */
final class OpenApiCommand implements Command {

    @Override
    public String name() {
        return "openapi";
    }

    @Override
    public Text summary() {
        return new Text("REST API の説明（OpenAPI 3.1）を表示します。", "Prints the description of the REST API (OpenAPI 3.1).");
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException {
        byte[] description = OpenApiDocument.json(arguments.language());
        console.out().write(description, 0, description.length);
        console.out().flush();
        return ExitCode.FINE;
    }
}
