package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out the signed paper behind a consent, as it was handed in. First the right, then the log, then the content; a paper
 * that is not there, is of a household of others, or can be opened by nobody any more is answered alike.
 */
@Controller
class EvidencePage {

    static final String PURPOSE = "CONSENT_PAPER";

    private final Desk desk;
    private final LookRows rows;
    private final HouseholdAccess access;
    private final AccessLog log;
    private final Evidence evidence;

    EvidencePage(Desk desk, LookRows rows, HouseholdAccess access, AccessLog log, Evidence evidence) {
        this.desk = desk;
        this.rows = rows;
        this.access = access;
        this.log = log;
        this.evidence = evidence;
    }

    /** The file is named by its id, which says nothing about anybody. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/bilag/{id}")
    ResponseEntity<byte[]> paper(@PathVariable String id) {
        Viewer viewer = desk.viewer();
        Optional<Evidence.Paper> found = id(id).flatMap(evidence::find);
        access.requireAtDesk(
                viewer, found.map(paper -> paper.household().toString()).orElse(""));
        Evidence.Paper paper = found.orElseThrow();
        Grant grant = log.record(rows.of(Access.Action.EXPORT, viewer, PURPOSE, List.of(paper.household())));
        byte[] content = evidence.open(grant, paper).orElseThrow(() -> access.goneFromDesk(viewer, paper.household()));
        return Attachment.of("samtykke-" + paper.id() + ".pdf", MediaType.APPLICATION_PDF, content);
    }

    private static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
