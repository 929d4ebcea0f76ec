package dk.samblik.operations;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the terminal says: in Danish where the machine's language is Danish ({@code LANG=da_DK.UTF-8}), else in English. */
final class Sentences {

    private Sentences() {}

    /** The sentence of this key with its values, written as they are. */
    static String say(String key, Object... values) {
        return new MessageFormat(all().getString(key).replace("'", "''"), Locale.ROOT).format(values);
    }

    /** The sentences, and in Danish the words of the help too. */
    static ResourceBundle all() {
        return ResourceBundle.getBundle("console");
    }
}
