package dk.samblik.access;

import java.util.Objects;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;

/** The sign-in of the demo, and of tests: whoever the one user service knows. */
record ListSignIn(UserDetailsService users, CurrentViewer viewers, FreshSignIn fresh) implements WayIn {

    ListSignIn {
        Objects.requireNonNull(users);
    }

    @Override
    public void open(HttpSecurity http) throws Exception {
        http.authenticationManager(new ProviderManager(new DaoAuthenticationProvider(users)))
                .formLogin(login -> login.loginPage(SignIn.PAGE)
                        .failureUrl(SignIn.FAILED)
                        .successHandler(
                                (request, response, who) -> SignIn.welcome(viewers, fresh, request, response, who)));
    }

    @Override
    public LogoutSuccessHandler out() {
        var out = new SimpleUrlLogoutSuccessHandler();
        out.setDefaultTargetUrl(SignIn.SIGNED_OUT);
        return out;
    }

    @Override
    public String formsLeadTo() {
        return "";
    }
}
