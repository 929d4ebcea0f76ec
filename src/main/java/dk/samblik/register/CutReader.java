package dk.samblik.register;

import java.io.Reader;
import java.io.StringReader;
import org.apache.camel.Converter;
import org.apache.camel.TypeConverters;
import org.springframework.stereotype.Component;

/** Lets camel-csv read a cut. */
@Component
public class CutReader implements TypeConverters {

    /** The text of the cut, from its beginning. */
    @Converter
    public Reader reader(Cut cut) {
        return new StringReader(cut.text());
    }
}
