package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentRequest;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A receipt to be handed to the person it is for: on the screen, on paper, and as a record for machines. First the right,
 * then the log, then the content. The id is that of a receipt, for all that was agreed in one act, or that of a consent, for
 * one person's own sheet.
 */
@Controller
class ReceiptPage {

    static final String PURPOSE = "CONSENT_RECEIPT";

    private final Desk desk;
    private final CurrentRequest request;
    private final HouseholdAccess access;
    private final LookRows rows;
    private final AccessLog log;
    private final Receipts receipts;
    private final ReceiptPaper paper;
    private final MessageSource messages;

    ReceiptPage(
            Desk desk,
            CurrentRequest request,
            HouseholdAccess access,
            LookRows rows,
            AccessLog log,
            Receipts receipts,
            ReceiptPaper paper,
            MessageSource messages) {
        this.desk = desk;
        this.request = request;
        this.access = access;
        this.rows = rows;
        this.log = log;
        this.receipts = receipts;
        this.paper = paper;
        this.messages = messages;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/kvittering/{id}")
    String receipt(
            @PathVariable String id,
            @RequestParam(name = "sprog", required = false) @Nullable String language,
            Model model) {
        Receipt receipt = read(id, Access.Action.VIEW);
        model.addAttribute("receipt", screen(receipt, language));
        model.addAttribute("id", id);
        model.addAttribute("household", receipt.household());
        return "consent/receipt";
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/kvittering/{id}/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id, @RequestParam(name = "sprog", required = false) @Nullable String language) {
        ReceiptScreen screen = screen(read(id, Access.Action.PRINT), language);
        String name = "kvittering-" + screen.number() + "-" + screen.language() + ".pdf";
        return Attachment.of(name, MediaType.APPLICATION_PDF, paper.pdf(screen));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/kvittering/{id}/post/{consent}")
    ResponseEntity<byte[]> post(@PathVariable String id, @PathVariable String consent) {
        Receipt.Entry entry = read(id, Access.Action.EXPORT).entries().stream()
                .filter(each -> each.record().header().recordId().toString().equals(consent))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String name = "samtykke-" + entry.record().header().recordId() + "-"
                + entry.record().header().recordVersion() + ".json";
        return Attachment.of(name, MediaType.APPLICATION_JSON, entry.json());
    }

    private Receipt read(String id, Access.Action action) {
        Viewer viewer = desk.viewer();
        Optional<Receipts.Found> found = id(id).flatMap(receipts::find);
        // Refused alike whether there is no such receipt or it is of a household of others.
        access.requireAtDesk(
                viewer, found.map(each -> each.household().toString()).orElse(""));
        Receipts.Found known = found.orElseThrow();
        Grant grant = log.record(rows.of(action, viewer, PURPOSE, List.of(known.household())));
        return receipts.read(grant, known, request.id());
    }

    private static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** In the language asked for, else the one the person was informed in. */
    private ReceiptScreen screen(Receipt receipt, @Nullable String language) {
        String code =
                language == null ? receipt.records().get(0).piiProcessing().language() : language;
        return new ReceiptScreen(receipt, ReceiptWords.in(messages, code));
    }
}
