package dk.samblik.consent;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Paper that is handed out: tagged PDF (PDF/UA-1) with its fonts in it. What its metadata says is up to the template. */
@Component
public class Paper {

    private static final String FONT = "IBM Plex Sans";
    private static final String FONTS = "/static/vendor/dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-";
    private static final int NORMAL = 400;
    private static final int BOLD = 600;

    private final ITemplateEngine templates;

    Paper(ITemplateEngine templates) {
        this.templates = templates;
        // It would tell the log what it reads.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The document a template makes of what is shown. The template is XML with its style (CSS 2.1) in it; nothing in the
     * document comes from anywhere but the template and the fonts.
     */
    public byte[] pdf(String template, Locale language, Map<String, Object> shown) {
        String page = templates.process(template, new Context(language, shown));
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
            throw new UncheckedIOException("nothing could be put on paper", notWritten);
        }
        return paper.toByteArray();
    }

    private static InputStream font(String cut) {
        return Objects.requireNonNull(
                Paper.class.getResourceAsStream(FONTS + cut + ".ttf"),
                "the fonts of the design system are not in the jar");
    }
}
