package dk.samblik.api;

import dk.samblik.access.Access;
import dk.samblik.access.ApiScope;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.OpenTo;
import dk.samblik.access.OpenToClients;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DataController;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.team.Looks;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.TeamSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Taking consents back from another system, at once, as at the desk. Giving one needs a paper and the desk. */
@RestController
@ConditionalOnProperty("samblik.api.enabled")
class ConsentsApi {

    private final Looks looks;
    private final Withdrawal withdrawal;
    private final CurrentRequest request;
    private final Answers answers;
    private final TeamSettings authority;

    ConsentsApi(
            Looks looks, Withdrawal withdrawal, CurrentRequest request, Answers answers, DataController controller) {
        this.looks = looks;
        this.withdrawal = withdrawal;
        this.request = request;
        this.answers = answers;
        this.authority = ApiConfiguration.authority(controller);
    }

    /** Whose consent is taken back, and from which department; without one all of it. */
    record TakenBack(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID member,

            @Nullable Department department) {}

    @Operation(operationId = "withdrawConsent", summary = "Take a member's consent back, whole or for one department")
    @ApiResponse(responseCode = "204", description = "It is taken back, and what hung on it is gone")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER)
    @OpenTo(Viewer.Role.COORDINATOR)
    @OpenToClients(ApiScope.CONSENTS_WRITE)
    @PostMapping("/api/v1/households/{id}/withdrawals")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = Purpose.HEADER, defaultValue = "") String purpose,
            @RequestBody TakenBack body,
            HttpServletRequest asked) {
        Purpose said = Purpose.said(purpose);
        UUID member = body.member();
        if (member == null) {
            throw Refused.at(new ProblemBody.Place("/member", "missing"));
        }
        Look look = looks.open(looks.door(id, authority), Access.Action.API, Set.of(), said.word());
        Answers.mustMatch(HouseholdsApi.consents(look, answers), asked);
        PersonId person = new PersonId(member);
        if (look.whole().frame().participants().stream()
                .noneMatch(one -> one.id().equals(person))) {
            throw Refused.at(new ProblemBody.Place("/member", "not-of-the-household"));
        }
        Department department = body.department();
        Withdrawn what = department == null ? new Withdrawn.Everything() : new Withdrawn.Source(department);
        if (withdrawal
                .withdraw(person, what, look.door().viewer(), request.id())
                .isEmpty()) {
            throw Refused.at(new ProblemBody.Place("/member", "nothing-in-force"));
        }
        return ResponseEntity.noContent().build();
    }
}
