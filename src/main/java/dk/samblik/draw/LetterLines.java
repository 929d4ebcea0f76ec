package dk.samblik.draw;

/**
 * Lines of a CSV file for a spreadsheet or a mail system: {@code ;}, every cell in quotes. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe, which it shows as text (OWASP, CSV injection).
 */
final class LetterLines {

    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    /** {@code columns} are their names with {@code ;} between. */
    LetterLines(String columns) {
        text.append(columns).append("\r\n");
    }

    void add(String... cells) {
        for (int at = 0; at < cells.length; at++) {
            text.append(at == 0 ? "" : ";").append(cell(cells[at]));
        }
        text.append("\r\n");
    }

    private static String cell(String value) {
        String line = value.replaceAll("[\\r\\n\\t]+", " ").strip();
        boolean formula = !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + line.replace("\"", "\"\"") + "\"";
    }

    String text() {
        return text.toString();
    }

    @Override
    public String toString() {
        return "LetterLines[masked]";
    }
}
