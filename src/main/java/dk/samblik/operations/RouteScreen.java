package dk.samblik.operations;

import dk.samblik.household.RunId;
import dk.samblik.run.OperatorActions.OperatorAction;
import dk.samblik.run.RoutePicture;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Switches.Part;
import dk.samblik.run.Switches.State;
import dk.samblik.team.Badge;
import dk.samblik.team.Words;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One route: what it does, how it stands, its steps as text and as a picture, its last runs and who switched it. */
record RouteScreen(
        Words words,
        RouteWords names,
        RouteState route,
        RoutePicture picture,
        String version,
        List<RunSummary> runs,
        List<OperatorAction> actions) {

    private static final int ROW = 44;
    private static final int INDENT = 28;
    private static final int WIDE = 640;

    RouteScreen {
        runs = List.copyOf(runs);
        actions = List.copyOf(actions);
    }

    public String name() {
        return names.name(route.id());
    }

    public Badge badge() {
        return names.badge(route);
    }

    /** The ways it may be switched from here. */
    public List<State> ways() {
        return Stream.of(State.values())
                .filter(state -> !state.name().equals(route.state()) && (state != State.STARTED || route.off() != null))
                .toList();
    }

    /** How a state is written in an address. */
    public String way(State state) {
        return switch (state) {
            case STARTED -> "start";
            case PAUSED -> "pause";
            case STOPPED -> "stop";
        };
    }

    /** A box of the picture, in pixels. */
    public record Box(int x, int y, int width, String id, String kind, String calls) {}

    /** The steps from the top down, each below the one before; those inside another stand further in. */
    public List<Box> boxes() {
        return IntStream.range(0, picture.steps().size())
                .mapToObj(at -> {
                    RoutePicture.Step step = picture.steps().get(at);
                    int x = INDENT * (step.depth() + 1);
                    return new Box(x, ROW * (at + 1), WIDE - x - 1, step.id(), step.kind(), step.calls());
                })
                .toList();
    }

    /** How high the picture is, and how wide. */
    public String view() {
        return "0 0 " + WIDE + " " + ROW * (picture.steps().size() + 1);
    }

    /** What a run came to here: for a route that asks a register how that answered, else how the run ended. */
    public Badge badge(RunSummary run) {
        String register = Part.register(route.id());
        OperationsScreen screen = OperationsScreen.ofRun(words, java.time.Instant.EPOCH);
        return run.registers().stream()
                .filter(each -> each.name().equals(register))
                .findFirst()
                .map(screen::badge)
                .orElseGet(() -> screen.badge(run));
    }

    public String shortId(RunId id) {
        return id.toString().substring(0, 8);
    }
}
