-- As before, but each event is looked up by itself. How many were written is not known to the planner, which read every enrolment and
-- all progress there is for one event as soon as an institution had a course in an LMS; a limited lateral query it has to run for each.
create or replace function cairn_ask_for_scores_of_events() returns trigger language plpgsql as $$
begin
  if not exists (select from lti_section) then return null; end if;
  insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts)
  select gen_random_uuid(), concerned.institution_id, 'desire-scores', jsonb_build_object('personId', concerned.person_id),
         'desire-scores:' || min(w.id::text), 1, now(), now(), 0
    from written w
    cross join lateral (
      select case w.subject_type
               when 'enrollment' then w.subject_id
               when 'attempt' then (select t.enrollment_id from attempt t where t.id = w.subject_id)
             end as enrollment_id) about
    cross join lateral (
      select e.institution_id, e.person_id
        from enrollment e
       where e.id = about.enrollment_id
         and exists (select from enrollment o join lti_section s on s.offering_id = o.offering_id where o.person_id = e.person_id)
         and (exists (select from activity_progress a where a.enrollment_id = e.id)
              or exists (select from course_completion c where c.person_id = e.person_id)
              or exists (select from quiz_attempt q where q.enrollment_id = e.id)
              or exists (select from attempt t where t.enrollment_id = e.id))
       limit 1) concerned
   group by concerned.institution_id, concerned.person_id;
  if found then perform pg_notify('cairn_outbox', ''); end if;
  return null;
end $$;
