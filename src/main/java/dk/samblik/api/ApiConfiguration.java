package dk.samblik.api;

import dk.samblik.consent.DataController;
import dk.samblik.team.TeamSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The interface's own errors and limits, in their places before and behind the security chain. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ApiConfiguration implements WebMvcConfigurer {

    /** After the filter that binds a request to its thread (-105), before the security chain (-100). */
    private static final int BEFORE_SECURITY = -102;

    /** Right behind it. */
    private static final int BEHIND_SECURITY = -99;

    @Bean
    FilterRegistrationBean<ApiErrors> apiErrors(ProblemWriter writer) {
        var errors = new FilterRegistrationBean<>(new ApiErrors(writer));
        errors.addUrlPatterns("/error");
        errors.setDispatcherTypes(DispatcherType.ERROR);
        errors.setOrder(BEFORE_SECURITY);
        return errors;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> apiBodyLimit(ProblemWriter writer) {
        var limit = new FilterRegistrationBean<>(new BodyLimit(writer));
        limit.addUrlPatterns("/api/*");
        limit.setOrder(BEHIND_SECURITY);
        return limit;
    }

    /** Whose households these are, as the pages' own frame has it. */
    static TeamSettings authority(DataController controller) {
        return new TeamSettings(controller.name(), "");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Acceptable()).addPathPatterns("/api/**");
    }
}
