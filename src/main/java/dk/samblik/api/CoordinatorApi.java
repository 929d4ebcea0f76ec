package dk.samblik.api;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.ApiScope;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.OpenToClients;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DataController;
import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.Coordinators;
import dk.samblik.meeting.Coordinators.Term;
import dk.samblik.team.Looks;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.TeamSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Who coordinates a household, from another system: chosen among the same people as on the page, and logged alike. */
@RestController
@ConditionalOnProperty("samblik.api.enabled")
class CoordinatorApi {

    private final Looks looks;
    private final LookRows rows;
    private final AccessLog log;
    private final Coordinators coordinators;
    private final Answers answers;
    private final TeamSettings authority;

    CoordinatorApi(
            Looks looks,
            LookRows rows,
            AccessLog log,
            Coordinators coordinators,
            Answers answers,
            DataController controller) {
        this.looks = looks;
        this.rows = rows;
        this.log = log;
        this.coordinators = coordinators;
        this.answers = answers;
        this.authority = ApiConfiguration.authority(controller);
    }

    /** What a choice is made on: the number of the newest term, the document, and its tag. */
    private record Read(Look look, int newest, Coordination document, Answers.Tagged tagged) {}

    @Operation(operationId = "getCoordinator", summary = "Who coordinates a household, and who may")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "ETag"),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Coordination.class)))
    @ApiResponse(responseCode = "304", headers = @Header(name = "ETag"))
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.HOUSEHOLDS_READ)
    @GetMapping("/api/v1/households/{id}/coordinator")
    ResponseEntity<byte[]> who(
            @PathVariable String id,
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answers.tagged(read(id, Purpose.said(purpose)).tagged(), null, request, response);
    }

    @Operation(operationId = "setCoordinator", summary = "Choose who coordinates a household, or that nobody does")
    @ApiResponse(responseCode = "204", description = "It is so from now on")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER)
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.CONSENTS_WRITE)
    @PutMapping("/api/v1/households/{id}/coordinator")
    ResponseEntity<Void> set(
            @PathVariable String id,
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            @RequestBody Coordination.Chosen chosen,
            HttpServletRequest request) {
        Purpose said = Purpose.said(purpose);
        Read read = read(id, said);
        Answers.mustMatch(read.tagged(), request);
        if (!read.document().mayBe(chosen.coordinator())) {
            throw Refused.at(new ProblemBody.Place("/coordinator", "not-a-candidate"));
        }
        Viewer viewer = read.look().door().viewer();
        HouseholdId household = read.look().door().household();
        log.record(rows.of(Access.Action.COORDINATOR_SET, viewer, said.word(), List.of(household)));
        if (!coordinators.set(household, chosen.coordinator(), read.newest(), viewer)) {
            throw Refused.because(Problem.STALE);
        }
        return ResponseEntity.noContent().build();
    }

    private Read read(String id, Purpose purpose) {
        Look look = looks.open(looks.door(id, authority), Access.Action.API, Set.of(), purpose.word());
        if (look.whole().consent().none()) {
            throw Refused.because(Problem.NOT_FOUND);
        }
        HouseholdId household = look.door().household();
        List<Term> terms = coordinators.terms(household);
        Coordination document = Coordination.of(look.whole().frame(), terms, coordinators.candidates(household));
        int newest = terms.isEmpty() ? 0 : terms.get(0).number();
        return new Read(look, newest, document, answers.tagged(newest, document));
    }
}
