package dk.samblik.demo.cpr;

import java.util.Arrays;

/** One record with fixed positions, counted from 1; trailing blanks are cut when it is written. */
final class FixedLine {

    private char[] line = new char[0];

    FixedLine(String type, String cpr) {
        put(1, 3, type);
        put(4, 10, cpr);
    }

    /** Puts a text at a position; what is longer than the field is cut. */
    FixedLine put(int position, int length, String text) {
        String cut = text.length() > length ? text.substring(0, length) : text;
        int end = position - 1 + cut.length();
        if (end > line.length) {
            int before = line.length;
            line = Arrays.copyOf(line, end);
            Arrays.fill(line, before, end, ' ');
        }
        cut.getChars(0, cut.length(), line, position - 1);
        return this;
    }

    @Override
    public String toString() {
        return new String(line).stripTrailing();
    }
}
