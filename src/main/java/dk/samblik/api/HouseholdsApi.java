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
import dk.samblik.team.Looks;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.TeamSettings;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Households for other systems: the right, then the row in the access log, then the content, as on the pages. */
@RestController
@ConditionalOnProperty("samblik.api.enabled")
class HouseholdsApi {

    /** The longest page of a list. */
    static final int MOST = 200;

    private final CurrentViewer viewers;
    private final LookRows rows;
    private final AccessLog log;
    private final Looks looks;
    private final Views views;
    private final HouseholdPages pages;
    private final Answers answers;
    private final TeamSettings authority;

    HouseholdsApi(
            CurrentViewer viewers,
            LookRows rows,
            AccessLog log,
            Looks looks,
            Views views,
            HouseholdPages pages,
            Answers answers,
            DataController controller) {
        this.viewers = viewers;
        this.rows = rows;
        this.log = log;
        this.looks = looks;
        this.views = views;
        this.pages = pages;
        this.answers = answers;
        this.authority = ApiConfiguration.authority(controller);
    }

    @Operation(operationId = "listHouseholds", summary = "Households of the client's areas with a consent in force")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "Link"),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Household.Page.class)))
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.HOUSEHOLDS_READ)
    @GetMapping("/api/v1/households")
    ResponseEntity<byte[]> list(
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after,
            HttpServletResponse response) {
        Purpose said = Purpose.said(purpose);
        if (limit < 1 || limit > MOST) {
            throw Refused.at(new ProblemBody.Place("/limit", "not-from-1-to-200"));
        }
        Viewer viewer = viewers.require();
        Household.Page page = pages.page(viewer, limit, after);
        if (!page.items().isEmpty()) {
            List<HouseholdId> shown = page.items().stream()
                    .map(item -> new HouseholdId(item.id()))
                    .toList();
            log.record(rows.of(Access.Action.API, viewer, said.word(), shown));
        }
        if (page.next() != null) {
            response.setHeader(
                    HttpHeaders.LINK,
                    "</api/v1/households?limit=%d&after=%s>; rel=\"next\"".formatted(limit, page.next()));
        }
        return answers.fresh(page, response);
    }

    @Operation(operationId = "getHousehold", summary = "One household, as far as role and consents open it")
    @ApiResponse(
            responseCode = "200",
            headers = {@Header(name = "ETag"), @Header(name = "Last-Modified")},
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Household.class)))
    @ApiResponse(
            responseCode = "304",
            headers = {@Header(name = "ETag"), @Header(name = "Last-Modified")})
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.HOUSEHOLDS_READ)
    @GetMapping("/api/v1/households/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            HttpServletResponse response) {
        Look look = open(id, Purpose.said(purpose));
        HouseholdView whole = version == null ? look.whole() : at(look, version);
        Household document = Written.of(whole, look.door().seeing());
        return answers.tagged(answers.tagged(document.version(), document), document.publishedAt(), request, response);
    }

    @Operation(operationId = "getConsents", summary = "How consents stand, member by member, without what proves them")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Household.Consents.class)))
    @ApiResponse(responseCode = "304", headers = @Header(name = "ETag"))
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @OpenToClients(ApiScope.HOUSEHOLDS_READ)
    @GetMapping("/api/v1/households/{id}/consents")
    ResponseEntity<byte[]> consents(
            @PathVariable String id,
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        Look look = openConsents(id, Purpose.said(purpose));
        return answers.tagged(consents(look, answers), null, request, response);
    }

    /** The consents with their tag, which a change of them must name. */
    static Answers.Tagged consents(Look look, Answers answers) {
        return answers.tagged(
                look.whole().frame().version(), Written.consents(look.whole().frame()));
    }

    private Look open(String id, Purpose purpose) {
        return looks.open(looks.door(id, authority), Access.Action.API, Set.of(), purpose.word());
    }

    /** What others agreed to is for the municipality's own. */
    private Look openConsents(String id, Purpose purpose) {
        return looks.openWhole(looks.door(id, authority), Access.Action.API, purpose.word());
    }

    private HouseholdView at(Look look, int version) {
        return views.at(look.grant(), look.door().household(), version)
                .filter(view -> view.frame().version() == version)
                .orElseThrow(() -> Refused.because(Problem.NOT_FOUND));
    }
}
