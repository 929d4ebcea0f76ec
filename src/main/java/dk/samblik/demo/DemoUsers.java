package dk.samblik.demo;

import dk.samblik.access.OpenSignIn;
import dk.samblik.access.Staff;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;

/**
 * The demo's users: everybody in the table {@code staff}, with one password made anew at each start and shown on the
 * sign-in page.
 */
@Component
@Profile(DemoProfile.DEMO)
class DemoUsers implements UserDetailsService, OpenSignIn {

    private static final int BYTES = 16;

    private final Staff staff;
    private final String password;
    private final String encoded;

    DemoUsers(Staff staff) {
        this.staff = staff;
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
        this.encoded =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
    }

    @Override
    public String shownPassword() {
        return password;
    }

    /** Carries no authority: what somebody may do is asked of the staff table at every request. */
    @Override
    public UserDetails loadUserByUsername(String subject) {
        return staff.find(subject)
                .map(viewer -> User.withUsername(viewer.subject())
                        .password(encoded)
                        .authorities(new String[0])
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("not in the table staff"));
    }
}
