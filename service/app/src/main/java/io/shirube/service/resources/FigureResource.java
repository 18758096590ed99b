package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.figures.BookFigures;
import io.shirube.service.figures.Capacity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures over the whole book. */
@Path("/api/v1")
public final class FigureResource {

    private static final int WEEKS = 8;
    private static final int MOST_WEEKS = 53;

    private final BookFigures figures;
    private final Capacity capacity;

    public FigureResource(BookFigures figures, Capacity capacity) {
        this.figures = figures;
        this.capacity = capacity;
    }

    /** @param accounts how many there are in all */
    public record Segments(long accounts, List<BookFigures.Segment> items) {
        public Segments {
            items = List.copyOf(items);
        }
    }

    @GET
    @Path("/segments")
    @Produces(MediaType.APPLICATION_JSON)
    public Segments segments() {
        List<BookFigures.Segment> items = figures.segments();
        return new Segments(
                items.stream().mapToLong(BookFigures.Segment::accounts).sum(), items);
    }

    /** @param productiveHours hours a week that one person has for accounts */
    public record Hours(double productiveHours, List<Capacity.Role> roles) {
        public Hours {
            roles = List.copyOf(roles);
        }
    }

    @GET
    @Path("/capacity")
    @Produces(MediaType.APPLICATION_JSON)
    public Hours capacity(@QueryParam("weeks") @Nullable String weeks) {
        return new Hours(capacity.productiveHours(), capacity.roles(weeks(weeks)));
    }

    private static int weeks(@Nullable String weeks) {
        if (weeks == null) {
            return WEEKS;
        }
        if (weeks.matches("[0-9]{1,2}")) {
            int wanted = Integer.parseInt(weeks);
            if (wanted >= 1 && wanted <= MOST_WEEKS) {
                return wanted;
            }
        }
        throw ProblemException.parameter(
                "weeks",
                new Text(
                        "weeks は 1 から " + MOST_WEEKS + " までの整数で指定してください。",
                        "weeks must be a whole number from 1 to " + MOST_WEEKS + "."));
    }
}
