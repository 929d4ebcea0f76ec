package dk.samblik.consent;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A paper as a screen reader and a printer get it, read by another library than the one that made it. */
public record TaggedPdf(PDDocument document) implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int DPI = 110;

    /** The document of these bytes. */
    public static TaggedPdf of(byte[] paper) throws IOException {
        return new TaggedPdf(Loader.loadPDF(paper));
    }

    /** How many sheets it takes. */
    public int sheets() {
        return document.getNumberOfPages();
    }

    /** Whether it says that it is tagged. */
    public boolean isMarked() {
        return document.getDocumentCatalog().getMarkInfo().isMarked();
    }

    /** The language of all of it. */
    public String language() {
        return document.getDocumentCatalog().getLanguage();
    }

    /** Whether a reader shows the title, and not the file's name. */
    public boolean showsItsTitle() {
        return document.getDocumentCatalog().getViewerPreferences().displayDocTitle();
    }

    /** Its title. */
    public String title() {
        return document.getDocumentInformation().getTitle();
    }

    /** All it says about itself beside the content. */
    public String metadata() throws IOException {
        return document.getDocumentInformation().getCOSObject().toString()
                + new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    /** The tags, in the order they are read. */
    public List<String> types() {
        return elements().stream()
                .map(PDStructureElement::getStandardStructureType)
                .toList();
    }

    /** The headings as a screen reader comes to them: by the tree of tags, whatever the order of drawing. */
    public List<String> headings() throws IOException {
        Map<COSDictionary, Map<Integer, String>> drawn = new HashMap<>();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> texts = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                texts.merge(mcid(page, content), text(content), String::concat);
            }
            drawn.put(page.getCOSObject(), texts);
        }
        return elements().stream()
                .filter(element -> element.getStandardStructureType().matches("H[1-6]"))
                .map(element -> element.getStandardStructureType() + " "
                        + text(element, element, drawn).strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** Properties that have a name are not looked up by the extractor, which takes the name for the tag. */
    private static int mcid(PDPage page, PDMarkedContent content) {
        PDPropertyList named = page.getResources().getProperties(COSName.getPDFName(content.getTag()));
        return named == null ? content.getMCID() : named.getCOSObject().getInt(COSName.MCID);
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .map(piece -> piece instanceof TextPosition letter ? letter.getUnicode() : "")
                .collect(Collectors.joining());
    }

    private static String text(
            PDStructureElement element, PDStructureElement holder, Map<COSDictionary, Map<Integer, String>> drawn) {
        StringBuilder text = new StringBuilder();
        PDPage page = element.getPage() == null ? holder.getPage() : element.getPage();
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement inner) {
                text.append(text(inner, element, drawn));
            } else if (kid instanceof Integer mcid) {
                text.append(drawn.get(page.getCOSObject()).getOrDefault(mcid, ""));
            } else if (kid instanceof PDMarkedContentReference reference) {
                PDPage on = reference.getPage() == null ? page : reference.getPage();
                text.append(drawn.get(on.getCOSObject()).getOrDefault(reference.getMCID(), ""));
            }
        }
        return text.toString();
    }

    /** What each header of a table is a header of. */
    public List<String> scopes() {
        return elements().stream()
                .filter(element -> element.getStandardStructureType().equals("TH"))
                .map(TaggedPdf::scope)
                .toList();
    }

    private static String scope(PDStructureElement header) {
        for (int i = 0; i < header.getAttributes().size(); i++) {
            if (header.getAttributes().getObject(i) instanceof PDTableAttributeObject table) {
                return table.getScope();
            }
        }
        return "none";
    }

    private List<PDStructureElement> elements() {
        List<PDStructureElement> found = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                collect(element, found);
            }
        }
    }

    /** The text, one space between words. */
    public String text() throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    /** What stands on one page of it, from 1, in the same order. */
    public String text(int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    /** The size of the smallest letters on it, in tenths of a point; the writer places them by rounded numbers. */
    public int smallest() throws IOException {
        int[] smallest = {Integer.MAX_VALUE};
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                smallest[0] = Math.min(smallest[0], Math.round(10 * letter.getYScale()));
            }
        }.getText(document);
        return smallest[0];
    }

    /** The fonts of the first sheet. */
    public List<PDFont> fonts() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : document.getPage(0).getResources().getFontNames()) {
            fonts.add(document.getPage(0).getResources().getFont(name));
        }
        return fonts;
    }

    /** Keeps what each sheet looks like, for a person to look at; the first under the name alone. */
    public void keep(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        for (int sheet = 0; sheet < sheets(); sheet++) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(sheet, DPI);
            String file = name + (sheet == 0 ? "" : "-" + (sheet + 1)) + ".png";
            ImageIO.write(picture, "png", SCREENSHOTS.resolve(file).toFile());
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
