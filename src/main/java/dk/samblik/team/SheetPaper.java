package dk.samblik.team;

import dk.samblik.consent.Paper;
import dk.samblik.team.SheetScreen.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Sheets for a meeting as tagged PDF: each at most two pages of A4, with its own copy number on every page. */
@Component
class SheetPaper {

    /** As many pages as a sheet may have. */
    static final int PAGES = 2;

    private final Paper paper;

    SheetPaper(Paper paper) {
        this.paper = paper;
    }

    /** A sheet and the number of its copy, which is that of its row in the access log. */
    record Copy(SheetScreen sheet, long number) {}

    /** Who prints, and when. */
    record Printed(String by, Instant at) {}

    /**
     * One document of these copies, each beginning on a leaf of its own, so that no two readers' sheets share one. A sheet
     * that does not fit on its pages has less of the timeline, and says so. {@code copies} is not empty.
     */
    byte[] pdf(List<Copy> copies, Printed printed, Words words) {
        List<Leaf> leaves = new ArrayList<>();
        for (Copy copy : copies) {
            Leaf leaf = fitting(copy, printed, words);
            leaves.add(leaves.size() == copies.size() - 1 ? leaf : leaf.withItsBack());
        }
        return written(leaves, printed, words);
    }

    /** A copy as it goes on paper, and how many pages that are. */
    record Leaf(Copy copy, int pages, boolean emptyBack) {

        /** Also the back of its last page is its own: printed on both sides it can be handed out alone. */
        Leaf withItsBack() {
            return pages % 2 == 0 ? this : new Leaf(copy, pages + 1, true);
        }
    }

    private Leaf fitting(Copy copy, Printed printed, Words words) {
        Leaf leaf = leaf(copy, printed, words);
        for (Room room : Room.SMALLER) {
            leaf = leaf.pages() <= PAGES ? leaf : leaf(new Copy(copy.sheet().in(room), copy.number()), printed, words);
        }
        return leaf;
    }

    private Leaf leaf(Copy copy, Printed printed, Words words) {
        return new Leaf(copy, pages(written(List.of(new Leaf(copy, PAGES, false)), printed, words)), false);
    }

    private byte[] written(List<Leaf> leaves, Printed printed, Words words) {
        return paper.pdf(
                "team/sheet-paper",
                Locale.forLanguageTag(words.language()),
                Map.of(
                        "leaves", leaves,
                        "number", leaves.get(0).copy().sheet().view().frame().number(),
                        "printed", words.moment(printed.at()),
                        "by", printed.by(),
                        "words", words));
    }

    private static int pages(byte[] document) {
        try (PDDocument read = Loader.loadPDF(document)) {
            return read.getNumberOfPages();
        } catch (IOException notRead) {
            throw new UncheckedIOException("the paper cannot be read", notRead);
        }
    }
}
