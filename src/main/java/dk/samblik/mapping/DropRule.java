package dk.samblik.mapping;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a row about somebody with consent is not shown all the same. */
sealed interface DropRule {

    /** In a few words, for the mapping file's reader and the counts. */
    String why();

    boolean drops(Source source);

    /** The column holds one of these values. */
    record OneOf(
            Column column, Set<String> values, @Nullable CodeList codes, String why) implements DropRule {

        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean drops(Source source) {
            String text = new Cells(List.of(column), source).text(0);
            if (text == null) {
                return false;
            }
            String code = codes == null
                    ? text.replaceFirst("\\.0+$", "")
                    : codes.on(source.night(), text, null).code();
            return values.contains(code);
        }
    }

    /** The row rests on one of these provisions; the columns are subject number, paragraph and law. */
    record RestsOn(List<Column> columns, List<Provision> provisions, String why) implements DropRule {

        public RestsOn {
            columns = List.copyOf(columns);
            provisions = List.copyOf(provisions);
        }

        @Override
        public boolean drops(Source source) {
            Cells cells = new Cells(columns, source);
            return provisions.stream().anyMatch(provision -> provision.meantBy(cells));
        }
    }

    /**
     * A measure that the family has not agreed to; the columns are the register's word for consent, paragraph and law. BL
     * 37 to 41 and SEL 58 are always without, whatever is written; where nothing is written, BL 28 to 36 and the rest of
     * SEL are taken to be with.
     */
    record WithoutConsent(List<Column> columns, String why) implements DropRule {

        public WithoutConsent {
            columns = List.copyOf(columns);
        }

        @Override
        public boolean drops(Source source) {
            Cells cells = new Cells(columns, source);
            String typed = cells.text(1);
            String law = cells.text(2);
            if (typed != null
                    && LegalBasis.possible(typed, law).stream().anyMatch(number -> forced(number, typed, law))) {
                return true;
            }
            String consent = cells.text(0);
            return consent == null ? !agreedByLaw(typed, law) : !consent.equals("MED");
        }

        private static boolean forced(int paragraph, String typed, @Nullable String column) {
            String read = LegalBasis.read(typed, column).map(LegalBasis::law).orElse(null);
            boolean children = read == null || read.equals("BL") || "BL".equals(column);
            boolean social = read == null || read.equals("SEL") || "SEL".equals(column);
            return (children && paragraph >= 37 && paragraph <= 41) || (social && paragraph == 58);
        }

        private static boolean agreedByLaw(@Nullable String typed, @Nullable String column) {
            return typed != null
                    && LegalBasis.read(typed, column)
                            .filter(basis -> basis.law().equals("SEL")
                                    || (basis.law().equals("BL") && basis.paragraph() >= 28 && basis.paragraph() <= 36))
                            .isPresent();
        }
    }
}
