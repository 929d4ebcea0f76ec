package dk.samblik.draw;

/** Nobody is counted before the hub knows which municipality's roads are meant. */
final class NoMunicipality extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoMunicipality() {
        super("samblik.draw.municipality is not set");
    }
}
