package dk.samblik.api;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.ApiScope;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.OpenToClients;
import dk.samblik.access.Viewer;
import dk.samblik.effect.EffectPage;
import dk.samblik.effect.Half;
import dk.samblik.effect.Releases;
import dk.samblik.effect.Releases.Kept;
import dk.samblik.programme.Programmes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Released effect figures for other systems: what page and file hide is hidden here. Taking them is an export in the log. */
@RestController
@ConditionalOnProperty("samblik.api.enabled")
class EffectApi {

    private final CurrentViewer viewers;
    private final LookRows rows;
    private final AccessLog log;
    private final Programmes programmes;
    private final Releases releases;
    private final Answers answers;

    EffectApi(
            CurrentViewer viewers,
            LookRows rows,
            AccessLog log,
            Programmes programmes,
            Releases releases,
            Answers answers) {
        this.viewers = viewers;
        this.rows = rows;
        this.log = log;
        this.programmes = programmes;
        this.releases = releases;
        this.answers = answers;
    }

    @Operation(
            operationId = "listEffectReleases",
            summary = "Half-years of effect figures that are released, newest first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EffectFigures.All.class)))
    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @OpenToClients(ApiScope.EFFECT_READ)
    @GetMapping("/api/v1/effect")
    ResponseEntity<byte[]> all(HttpServletResponse response) {
        List<EffectFigures.Item> items = programmes.all().stream()
                .flatMap(programme -> releases.all(programme.code()).stream())
                .map(kept -> new EffectFigures.Item(
                        kept.release().programme(), kept.release().half().toString(), kept.made()))
                .toList();
        return answers.fresh(new EffectFigures.All(items), response);
    }

    @Operation(operationId = "getEffectFigures", summary = "The effect figures of a half-year, as they were released")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EffectFigures.class)))
    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @OpenToClients(ApiScope.EFFECT_READ)
    @GetMapping("/api/v1/effect/{programme}/{half}")
    ResponseEntity<byte[]> one(
            @PathVariable String programme, @PathVariable String half, HttpServletResponse response) {
        Kept kept = programmes
                .find(programme)
                .flatMap(found -> Half.read(half).flatMap(read -> releases.of(found.code(), read)))
                .orElseThrow(() -> Refused.because(Problem.NOT_FOUND));
        log.record(List.of(rows.ofNobody(Access.Action.EXPORT, viewers.require(), EffectPage.EXPORT_PURPOSE)));
        return answers.fresh(EffectFigures.of(kept), response);
    }
}
