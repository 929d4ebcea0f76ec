package dk.samblik.effect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An indicator file: the figures of a programme, which benefits are somebody's maintenance, and below how many a cell is
 * hidden. {@code version} is stored with every figure that is computed by it.
 */
public record IndicatorFile(
        String version,
        int suppressBelow,
        Set<String> maintenance,
        Set<String> pensions,
        List<Indicator> indicators,
        List<NotCollected> notCollected) {

    /** A figure the hub has the formula of and no source for, and why. */
    public record NotCollected(String code, String da, String en, String whyDa, String whyEn) {

        public String name(String language) {
            return "en".equals(language) ? en : da;
        }

        public String why(String language) {
            return "en".equals(language) ? whyEn : whyDa;
        }
    }

    public IndicatorFile {
        maintenance = Set.copyOf(maintenance);
        pensions = Set.copyOf(pensions);
        indicators = List.copyOf(indicators);
        notCollected = List.copyOf(notCollected);
    }

    /** The figure of this code. */
    public Optional<Indicator> find(String code) {
        return indicators.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
