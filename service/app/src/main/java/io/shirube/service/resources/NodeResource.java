package io.shirube.service.resources;

import io.shirube.service.operations.Nodes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The programs that share the database. */
@Path("/api/v1/nodes")
public final class NodeResource {

    private final Nodes nodes;

    public NodeResource(Nodes nodes) {
        this.nodes = nodes;
    }

    /** @param self how the one is called that answers */
    public record Answer(String self, List<Nodes.Node> items) {
        public Answer {
            items = List.copyOf(items);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer nodes() {
        return new Answer(nodes.name(), nodes.all());
    }
}
