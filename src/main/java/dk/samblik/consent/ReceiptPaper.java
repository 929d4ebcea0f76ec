package dk.samblik.consent;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A receipt on paper: one sheet of tagged PDF (PDF/UA-1), with the fonts in it and nobody's name in its metadata. */
@Component
class ReceiptPaper {

    private static final String FONT = "IBM Plex Sans";
    private static final String FONTS = "/static/vendor/dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-";
    private static final int NORMAL = 400;
    private static final int BOLD = 600;

    private final ITemplateEngine templates;

    ReceiptPaper(ITemplateEngine templates) {
        this.templates = templates;
        // It would tell the log what it reads.
        XRLog.setLoggingEnabled(false);
    }

    /** The document; nothing in it comes from anywhere but the template and the fonts. */
    byte[] pdf(ReceiptScreen receipt) {
        String page =
                templates.process("consent/receipt-paper", new Context(receipt.locale(), Map.of("receipt", receipt)));
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("Regular"), FONT, NORMAL, FontStyle.NORMAL, true)
                    .useFont(() -> font("SemiBold"), FONT, BOLD, FontStyle.NORMAL, true)
                    .useUriResolver((base, uri) -> null)
                    .withProducer("Samblik")
                    .withHtmlContent(page, null)
                    .toStream(paper)
                    .run();
        } catch (IOException notWritten) {
            throw new UncheckedIOException("a receipt could not be put on paper", notWritten);
        }
        return paper.toByteArray();
    }

    private static InputStream font(String cut) {
        return Objects.requireNonNull(
                ReceiptPaper.class.getResourceAsStream(FONTS + cut + ".ttf"),
                "the fonts of the design system are not in the jar");
    }
}
