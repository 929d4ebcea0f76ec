package dk.samblik.consent;

import java.util.Map;
import org.springframework.stereotype.Component;

/** A receipt on paper: one sheet, and nobody's name in its metadata. */
@Component
class ReceiptPaper {

    private final Paper paper;

    ReceiptPaper(Paper paper) {
        this.paper = paper;
    }

    byte[] pdf(ReceiptScreen receipt) {
        return paper.pdf("consent/receipt-paper", receipt.locale(), Map.of("receipt", receipt));
    }
}
