package dk.samblik.mapping;

import java.nio.file.Path;

/** The mapper as it is shipped, for tests of other packages. */
public final class TestMapper {

    private TestMapper() {}

    public static Mapper shipped() {
        return new Mapper(new Mappings(Path.of("mappings")));
    }
}
