import type { Breach, Invariant } from './inspection.js';

export const progressFromFacts: Invariant = {
  id: 'progress',
  says: 'progress is the greatest of what was told, and every completed course rests on facts',
  check: async ({ snapshot }) => {
    const [counts] = await snapshot<Record<string, number>>(
      `select (select count(*)::int from progress_fact) as facts, (select count(*)::int from activity_progress) as activities,
              (select count(*)::int from course_completion) as courses`,
    );
    const activities = await snapshot<Breach>(
      `select 'enrollment ' || enrollment_id || ', activity ' || activity_id as subject,
              case when kept.value is null then 'facts were told, and no progress is kept'
                   when told.value is null then 'progress is kept, and no facts were told'
                   else 'the progress kept is not the greatest of the facts' end as detail
         from (select enrollment_id, activity_id, max(value) as value, bool_or(kind = 'waived') as waived,
                      min(effective_at) filter (where kind <> 'progressed') as completed_at
                 from progress_fact group by enrollment_id, activity_id) told
         full join (select enrollment_id, activity_id, value, waived, completed_at from activity_progress) kept
              using (enrollment_id, activity_id)
        where (told.value, told.waived, told.completed_at) is distinct from (kept.value, kept.waived, kept.completed_at)`,
    );
    // In one of the editions that the learner was ever on, since they may have been moved.
    const courses = await snapshot<Breach>(
      `with pinned as (
         select e.id as enrollment_id, e.edition_id from enrollment e
         union select enrollment_id, from_edition_id from edition_move
         union select enrollment_id, to_edition_id from edition_move
       ), course as (
         select d.id as edition_id, (c ->> 'id')::uuid as course_id,
                array(select (a ->> 'id')::uuid from jsonb_array_elements(c -> 'activities') as a where (a ->> 'required')::boolean) as required
           from edition d cross join jsonb_array_elements(d.content -> 'courses') as c
       )
       select 'person ' || k.person_id || ', course ' || k.course_id as subject, 'is complete, and no facts say so' as detail
         from course_completion k
        where not exists (
          select from pinned p join course c on c.edition_id = p.edition_id and c.course_id = k.course_id
           where p.enrollment_id = k.enrollment_id and cardinality(c.required) > 0
             and not exists (
               select from unnest(c.required) as needed(activity_id)
                where not exists (select from progress_fact f where f.enrollment_id = k.enrollment_id
                                     and f.activity_id = needed.activity_id and f.kind <> 'progressed')))`,
    );
    return { counts: counts ?? {}, breaches: [...activities, ...courses] };
  },
};
