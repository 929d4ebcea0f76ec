package dk.samblik.bench;

import java.util.List;

/** The yardstick's one statement. */
final class YardSql {

    private YardSql() {}

    private static final String JC = "lpad(replace(cprnr, '-', ''), 10, '0')";

    /** One JSON document a household out of everything that was loaded. */
    private static final String DOCUMENTS = """
            insert into yard.document
            with
            name as (select distinct on (substr(line, 4, 10)) substr(line, 4, 10) cpr, rtrim(substr(line, 14, 50)) given,
                rtrim(substr(line, 106, 40)) family from yard.cpr where line like '008%%'),
            address as (select distinct on (substr(line, 4, 10)) substr(line, 4, 10) cpr, rtrim(substr(line, 116, 34)) line,
                substr(line, 184, 4) postcode, rtrim(substr(line, 188, 20)) city from yard.cpr where line like '003%%'),
            sag as (select %1$s cpr, jsonb_agg(jsonb_build_object('row', to_jsonb(s), 'worker', to_jsonb(b))) all_of
                from yard.jc_sag s left join yard.jc_sagsbehandler b on b.init = s.behandler_init group by 1),
            ansvarlig as (select %1$s cpr, jsonb_agg(jsonb_build_object('row', to_jsonb(a), 'worker', to_jsonb(b))) all_of
                from yard.jc_ansvarlig a left join yard.jc_sagsbehandler b on b.init = a.init group by 1),
            ydelse as (select %1$s cpr, jsonb_agg(to_jsonb(y)) all_of from yard.jc_ydelse y group by 1),
            borger as (select %1$s cpr, jsonb_agg(to_jsonb(b)) all_of from yard.jc_borger b group by 1),
            kontakt as (select %1$s cpr, jsonb_agg(jsonb_build_object('row', to_jsonb(k), 'worker', to_jsonb(b))) all_of
                from yard.jc_kontakt k left join yard.jc_sagsbehandler b on b.init = k.init group by 1),
            aktivitet as (select %1$s cpr, jsonb_agg(to_jsonb(a)) all_of from yard.jc_aktivitet a group by 1),
            loentimer as (select %1$s cpr, jsonb_agg(to_jsonb(l)) all_of from yard.jc_loentimer l group by 1),
            uddannelse as (select %1$s cpr, jsonb_agg(to_jsonb(u)) all_of from yard.jc_uddannelse u group by 1),
            b_sag as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_sag t group by 1),
            b_indsats as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_indsats t group by 1),
            b_frist as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_frist t group by 1),
            b_aktivitet as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_aktivitet t group by 1),
            b_elev as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_elev t group by 1),
            b_dagtilbud as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_dagtilbud t group by 1),
            b_fravaer as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_fravaer t group by 1),
            b_fremmoede as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_fremmoede t group by 1),
            b_timer as (select cpr, jsonb_agg(to_jsonb(t)) all_of from yard.bu_laeringstimer t group by 1),
            tenant as (select lejer1_cpr cpr, b.* from yard.bolig b union all
                select lejer2_cpr, b.* from yard.bolig b where b.lejer2_cpr <> ''),
            housing as (select replace(cpr, '-', '') cpr, jsonb_agg(to_jsonb(t)) all_of from tenant t group by 1)
            select m.household, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'cpr', m.cpr, 'name', name.given || ' ' || name.family, 'address', to_jsonb(address),
                'employment', case when m.employment then jsonb_build_object('cases', sag.all_of, 'workers', ansvarlig.all_of,
                  'benefits', ydelse.all_of, 'person', borger.all_of, 'talks', kontakt.all_of, 'offers', aktivitet.all_of,
                  'hours', loentimer.all_of, 'educations', uddannelse.all_of) end,
                'children', case when m.children then jsonb_build_object('cases', b_sag.all_of, 'measures', b_indsats.all_of,
                  'deadlines', b_frist.all_of, 'talks', b_aktivitet.all_of, 'schools', b_elev.all_of,
                  'daycare', b_dagtilbud.all_of, 'absence', b_fravaer.all_of, 'attendance', b_fremmoede.all_of, 'hours', b_timer.all_of) end,
                'social', case when m.social then social.content end,
                'housing', case when m.housing then housing.all_of end)))
              from yard.member m
              left join name using (cpr) left join address using (cpr)
              left join sag using (cpr) left join ansvarlig using (cpr) left join ydelse using (cpr)
              left join borger using (cpr) left join kontakt using (cpr) left join aktivitet using (cpr)
              left join loentimer using (cpr) left join uddannelse using (cpr)
              left join b_sag using (cpr) left join b_indsats using (cpr) left join b_frist using (cpr)
              left join b_aktivitet using (cpr) left join b_elev using (cpr) left join b_dagtilbud using (cpr)
              left join b_fravaer using (cpr) left join b_fremmoede using (cpr) left join b_timer using (cpr)
              left join yard.social using (cpr) left join housing using (cpr)
             group by m.household
            """.formatted(JC);

    /** The types a document can have; which is faster depends on its size. */
    static final List<String> TYPES = List.of("jsonb", "json");

    static String documents(String type) {
        return DOCUMENTS.replace("jsonb", type);
    }
}
