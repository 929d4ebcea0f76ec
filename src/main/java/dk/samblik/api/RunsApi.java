package dk.samblik.api;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.ApiScope;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.OpenToClients;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DataController;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.Registers;
import dk.samblik.run.Refreshes;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.team.Looks;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Seeing;
import dk.samblik.team.TeamSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Having the registers asked anew about one household, and following it; and all runs in counts, for operations. */
@RestController
@ConditionalOnProperty("samblik.api.enabled")
class RunsApi {

    private static final int RECENT = 50;

    private final CurrentViewer viewers;
    private final LookRows rows;
    private final AccessLog log;
    private final Looks looks;
    private final Refreshes refreshes;
    private final Runs runs;
    private final Registers registers;
    private final Keys keys;
    private final Turn turn;
    private final RunEvents events;
    private final Answers answers;
    private final TeamSettings authority;

    RunsApi(
            CurrentViewer viewers,
            LookRows rows,
            AccessLog log,
            Looks looks,
            Refreshes refreshes,
            Runs runs,
            Registers registers,
            Keys keys,
            Turn turn,
            RunEvents events,
            Answers answers,
            DataController controller) {
        this.viewers = viewers;
        this.rows = rows;
        this.log = log;
        this.looks = looks;
        this.refreshes = refreshes;
        this.runs = runs;
        this.registers = registers;
        this.keys = keys;
        this.turn = turn;
        this.events = events;
        this.answers = answers;
        this.authority = ApiConfiguration.authority(controller);
    }

    @Operation(operationId = "requestRefresh", summary = "Have the registers asked anew about one household")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted, or accepted before under the same key",
            headers = @Header(name = "Location"),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunDocument.class)))
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.RUNS_WRITE)
    @PostMapping("/api/v1/households/{id}/refreshes")
    ResponseEntity<byte[]> refresh(
            @PathVariable String id,
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey,
            HttpServletResponse response) {
        Purpose said = Purpose.said(purpose);
        UUID key = Keys.key(idempotencyKey);
        Door door = looks.doorToChange(id, authority);
        String client = door.viewer().subject();
        RunId run = keys.take(client, key, door.household()).orElseGet(() -> begin(door, said, client, key));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answers.bytes(RunDocument.of(
                        runs.find(run).orElseThrow(() -> Refused.because(Problem.NOT_FOUND)),
                        true,
                        known(door.seeing()))));
    }

    private RunId begin(Door door, Purpose purpose, String client, UUID key) {
        try {
            turn.take(client);
            log.record(rows.of(Access.Action.FETCH, door.viewer(), purpose.word(), List.of(door.household())));
            RunId run = refreshes.request(door.household(), client);
            keys.settle(client, key, run);
            return run;
        } catch (RuntimeException undone) {
            keys.letGo(client, key);
            throw undone;
        }
    }

    @Operation(operationId = "listRuns", summary = "The latest runs in counts, for operations")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RunDocument.Page.class)))
    @OpenTo(Viewer.Role.IT)
    @OpenToClients(ApiScope.OPS_READ)
    @GetMapping("/api/v1/runs")
    ResponseEntity<byte[]> recent(HttpServletResponse response) {
        return answers.fresh(
                new RunDocument.Page(runs.recent(RECENT).stream()
                        .map(run -> RunDocument.of(run, false, register -> true))
                        .toList()),
                response);
    }

    @Operation(
            operationId = "getRun",
            summary = "One run: a refresh of a household of the client's, or any for operations")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunDocument.class)))
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM, Viewer.Role.IT})
    @OpenToClients({ApiScope.RUNS_WRITE, ApiScope.OPS_READ})
    @GetMapping("/api/v1/runs/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, HttpServletResponse response) {
        Optional<RunSummary> run = find(id);
        if (viewers.require().holds(Viewer.Role.IT)) {
            return answers.fresh(
                    RunDocument.of(run.orElseThrow(() -> Refused.because(Problem.NOT_FOUND)), false, register -> true),
                    response);
        }
        Door door = door(run);
        return answers.fresh(RunDocument.of(run.orElseThrow(), true, known(door.seeing())), response);
    }

    @Operation(operationId = "followRun", summary = "What happens in a refresh, as server-sent events until it ends")
    @ApiResponse(
            responseCode = "200",
            description = "Events `started`, `source`, `published`, `failed` and `withdrawn`, numbered, with JSON data",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.RUNS_WRITE)
    @GetMapping("/api/v1/runs/{id}/events")
    SseEmitter events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            HttpServletResponse response) {
        Optional<RunSummary> run = find(id);
        Door door = door(run);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        return events.open(run.orElseThrow().id(), door.household(), known(door.seeing()), last);
    }

    private Optional<RunSummary> find(String id) {
        try {
            return runs.find(RunId.of(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The household of a refresh that is the client's, logged: also what is counted tells of people. */
    private Door door(Optional<RunSummary> run) {
        Door door = looks.door(
                run.map(RunSummary::household).map(HouseholdId::toString).orElse("none"), authority);
        log.record(rows.of(Access.Action.API, door.viewer(), Purpose.HOUSEHOLD_WORK.word(), List.of(door.household())));
        return door;
    }

    /** Registers whose figures this reader may know. */
    private Predicate<String> known(Seeing seeing) {
        return register -> seeing.all()
                || registers
                        .find(register)
                        .map(file -> seeing.sees(file.answersFor()))
                        .orElse(false);
    }
}
