package dk.samblik.team;

import org.springframework.context.annotation.Configuration;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.StandardEngineContextFactory;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Keeps every template and every expression of the pages once it has been read. One page of a household has more expressions
 * than are kept as a rule, so that each was read anew each time. There are as many as stand in our templates and no more: an
 * expression that is made up as a page is drawn must not be written, or they would grow without end. Gives each page the
 * {@link RecordComponents}.
 */
@Configuration(proxyBeanMethods = false)
class PageTemplates {

    private static final int ALL = -1;

    PageTemplates(SpringTemplateEngine engine) {
        StandardCacheManager kept = new StandardCacheManager();
        kept.setTemplateCacheMaxSize(ALL);
        kept.setTemplateCacheUseSoftReferences(false);
        kept.setExpressionCacheMaxSize(ALL);
        kept.setExpressionCacheUseSoftReferences(false);
        engine.setCacheManager(kept);
        StandardEngineContextFactory plain = new StandardEngineContextFactory();
        engine.setEngineContextFactory((configuration, template, attributes, context) -> {
            readRecords(context);
            return plain.createEngineContext(configuration, template, attributes, context);
        });
    }

    private static void readRecords(IContext page) {
        if (page.getVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME)
                instanceof StandardEvaluationContext expressions) {
            expressions.addPropertyAccessor(RecordComponents.OF_OURS);
        }
    }
}
