package dk.samblik.access;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, scripts and pictures of the pages, each at an address that carries a hash of its content. These folders and
 * no other: where every address may be a file, as it is by default, one is looked for behind each link of each page.
 */
@Configuration(proxyBeanMethods = false)
public class PageFiles implements WebMvcConfigurer {

    private static final List<String> FOLDERS = List.of("/assets/", "/vendor/");
    private static final Duration KEPT = Duration.ofHours(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        FOLDERS.forEach(folder -> registry.addResourceHandler(folder + "**")
                .addResourceLocations("classpath:/static" + folder)
                .setCacheControl(CacheControl.maxAge(KEPT))
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**")));
    }
}
