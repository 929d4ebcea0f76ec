package dk.samblik.consent;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a receipt says besides what was agreed. {@code phone}, {@code mail} and {@code place}: the ways to take a consent
 * back; one that is not set is left out, and where none is set the receipt says what the consent itself says of it. {@code controller} and
 * {@code dpo}: who is responsible and the data protection officer, for consents that name none.
 */
@ConfigurationProperties("samblik.consent.receipt")
record ReceiptSettings(
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String place,
        @Nullable String controller,
        @Nullable String dpo) {

    static ReceiptSettings none() {
        return new ReceiptSettings(null, null, null, null, null);
    }
}
