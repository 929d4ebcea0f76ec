package dk.samblik.consent;

import java.util.HexFormat;

/** The keyed hash of a CPR number, in a form that can be compared. Without the key it tells nothing. */
record CprHash(String hex) {

    static CprHash of(byte[] hash) {
        return new CprHash(HexFormat.of().formatHex(hash));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
