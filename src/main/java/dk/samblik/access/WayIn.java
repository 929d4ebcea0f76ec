package dk.samblik.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** How people sign in and out: by the municipality's login, or, in the demo alone, from a list. */
sealed interface WayIn permits ListSignIn, ProviderSignIn {

    /** Opens the way, and no other. */
    void open(HttpSecurity http) throws Exception;

    /** Where somebody is taken who has signed out here. */
    LogoutSuccessHandler out();

    /** Where a form of ours may lead beside our own pages, as the content policy writes it; empty for nowhere. */
    String formsLeadTo();
}
