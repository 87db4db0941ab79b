import type { NamedStatement } from '../../../platform/database/named-statement.js';

/*
 * The statements of the progress path. Measured on two busy cores with 64 tellers at once and 40 activities each: one
 * transaction per fact 500 to 850/s; these over batches 7,500 to 9,500/s, and 5,000/s where every fact completes something.
 */

const PLACE_COLUMNS = `
  e.id, e.institution_id as "institutionId", e.offering_id as "offeringId", e.edition_id as "editionId",
  e.person_id as "personId", e.state, e.created_at as "createdAt", e.started_at as "startedAt", e.ended_at as "endedAt",
  e.project_due_at as "projectDueAt"`;

const COURSES = `(select json_agg(json_build_array(c.course_id, c.completed_at))
     from course_completion c where c.person_id = e.person_id) as courses`;

/**
 * Facts about one enrolment are recorded by one transaction at a time, so that of two that complete a course's last two
 * activities, one sees the other's. In the order of their ids: two batches then never wait for each other in a circle.
 */
export const LOCK_ENROLLMENTS: NamedStatement = {
  name: 'learning-lock-enrollments',
  text: `select ${PLACE_COLUMNS} from enrollment e where e.id = any($1::uuid[]) order by e.id for no key update`,
};

/**
 * What telling facts needs to know: completed courses, and which of the pairs ($2, $3) of enrolment and activity are
 * completed. Reading the whole standing of 64 learners with 40 activities took 11 ms here, this takes 2. After the lock a
 * statement of its own: only a new snapshot sees what was committed while the lock was waited for. `limit 1` keeps the
 * planner from turning the look-ups into a join over the whole table, which it did with stale statistics: 800 ms.
 */
export const KNOWN_NEARBY: NamedStatement = {
  name: 'learning-known-nearby',
  text: `
    select e.id, ${COURSES}, nearby.activities
      from enrollment e
      left join (
        select asked.enrollment_id, json_agg(json_build_array(a.activity_id, a.value, a.completed_at, a.waived)) as activities
          from unnest($2::uuid[], $3::uuid[]) as asked (enrollment_id, activity_id)
         cross join lateral (
           select * from activity_progress p
            where p.enrollment_id = asked.enrollment_id and p.activity_id = asked.activity_id and p.completed_at is not null
            limit 1
         ) a
         group by asked.enrollment_id
      ) nearby on nearby.enrollment_id = e.id
     where e.id = any($1::uuid[])`,
};

const STANDING_COLUMNS = `
  ${PLACE_COLUMNS},
  (select i.time_zone from institution i where i.id = e.institution_id) as "timeZone",
  (select json_agg(json_build_array(a.activity_id, a.value, a.completed_at, a.waived))
     from activity_progress a where a.enrollment_id = e.id) as activities,
  ${COURSES}`;

/** All that is known of learners. */
export const STANDINGS: NamedStatement = {
  name: 'learning-standings',
  text: `select ${STANDING_COLUMNS} from enrollment e where e.id = any($1::uuid[])`,
};

/** One of them with all that the way shows of its offering, and what the person $2 does there: whoever looks is told by one statement. */
export const SEEN_STANDING: NamedStatement = {
  name: 'learning-seen-standing',
  text: `
    select ${STANDING_COLUMNS}, o.title as "offeringTitle", o.ends_at as "endsAt",
           r.activity_id as "positionAt", r.place, r.updated_at as "positionedAt",
           array(select s.role from offering_staff s where s.offering_id = e.offering_id and s.person_id = $2) as "staffRoles",
           coalesce((select a.time_factor from accommodation a
                      where a.institution_id = e.institution_id and a.person_id = e.person_id and a.ended_at is null), 1) as "timeFactor"
      from enrollment e
      join offering o on o.id = e.offering_id
      left join resume_position r on r.enrollment_id = e.id
     where e.id = $1`,
};

/**
 * The learners by the courses that they completed, edition by edition: who completed courses needs nobody to look at their activities,
 * which are ten times as many rows.
 */
export const COURSES_ALIKE: NamedStatement = {
  name: 'learning-courses-alike',
  text: `
    select edition_id as "editionId", courses::text[], array_agg(id)::text[] as "enrollmentIds"
      from (select e.id, e.edition_id,
                   array(select c.course_id from course_completion c where c.person_id = e.person_id order by c.course_id) as courses
              from enrollment e where e.id = any($1::uuid[])) as learner
     group by edition_id, courses`,
};

/**
 * Those of the learners who completed all that any of them did, edition by edition: at the end of a course nearly everybody. Counted in
 * one go over the rows, which takes PostgreSQL half as long as putting together what each of them did (500 learners of 40 activities: 22 µs
 * of CPU each instead of 45).
 */
export const COMPLETED_ALL: NamedStatement = {
  name: 'learning-completed-all',
  text: `
    with learner as materialized (select id, edition_id, person_id from enrollment where id = any($1::uuid[])),
    completed as (
      select a.enrollment_id, a.activity_id as item, false as is_course from activity_progress a
       where a.enrollment_id = any($1::uuid[]) and a.completed_at is not null
      union all
      select l.id, c.course_id, true from learner l join course_completion c on c.person_id = l.person_id
    ),
    counted as materialized (
      select l.edition_id, d.enrollment_id, d.item, d.is_course, count(*) as times from completed d join learner l on l.id = d.enrollment_id
       group by grouping sets ((l.edition_id, d.enrollment_id), (l.edition_id, d.item, d.is_course))
    ),
    everything as (
      select edition_id, count(*) as items, coalesce(array_agg(item) filter (where not is_course), '{}') as activities,
             coalesce(array_agg(item) filter (where is_course), '{}') as courses
        from counted where item is not null group by edition_id
    )
    select edition_id as "editionId", activities::text[], courses::text[],
           array(select k.enrollment_id from counted k
                  where k.enrollment_id is not null and k.edition_id = everything.edition_id and k.times = everything.items)::text[] as "enrollmentIds"
      from everything`,
};

/**
 * Which of the learners completed the same, edition by edition: where hundreds finished, one row stands for nearly all of them. What each
 * of them did, with dates, takes PostgreSQL three times as long, and a process far longer to read.
 */
export const COMPLETED_ALIKE: NamedStatement = {
  name: 'learning-completed-alike',
  text: `
    select edition_id as "editionId", activities::text[], courses::text[], array_agg(id)::text[] as "enrollmentIds"
      from (select e.id, e.edition_id,
                   array(select a.activity_id from activity_progress a
                          where a.enrollment_id = e.id and a.completed_at is not null order by a.activity_id) as activities,
                   array(select c.course_id from course_completion c where c.person_id = e.person_id order by c.course_id) as courses
              from enrollment e where e.id = any($1::uuid[])) as learner
     group by edition_id, activities, courses`,
};

/** A page of an offering's learners with all that their progress is computed from: one statement, however many there are. */
export const OFFERING_STANDINGS: NamedStatement = {
  name: 'learning-offering-standings',
  text: `
    with page as materialized (
      select id from enrollment
       where institution_id = $1 and offering_id = $2 and ($3::text is null or state = $3)
         and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
       order by created_at desc, id desc limit $6
    )
    select ${STANDING_COLUMNS},
           (select name from person where person.id = e.person_id) as "personName",
           greatest(
             (select max(a.updated_at) from activity_progress a where a.enrollment_id = e.id and not a.waived),
             (select r.updated_at from resume_position r where r.enrollment_id = e.id)
           ) as "lastActivityAt"
      from enrollment e join page using (id)
     order by e.created_at desc, e.id desc`,
};

/**
 * Everybody who learns or has learned in an offering, as far as it says where they are: what they completed and when they last did
 * anything. All of them, because a count of some is none; two short lists a learner.
 */
export const OFFERING_WHEREABOUTS: NamedStatement = {
  name: 'learning-offering-whereabouts',
  text: `
    select e.id, e.edition_id as "editionId", e.person_id as "personId", e.state, coalesce(e.started_at, e.created_at) as "startedAt",
           (select name from person where person.id = e.person_id) as "personName",
           array(select a.activity_id::text from activity_progress a where a.enrollment_id = e.id and a.completed_at is not null) as activities,
           array(select c.course_id::text from course_completion c where c.person_id = e.person_id) as courses,
           greatest(
             (select max(a.updated_at) from activity_progress a where a.enrollment_id = e.id and not a.waived),
             (select r.updated_at from resume_position r where r.enrollment_id = e.id),
             e.started_at, e.created_at
           ) as "lastAt"
      from enrollment e
     where e.institution_id = $1 and e.offering_id = $2 and e.state in ('active', 'completed')`,
};

/** All places of a person but those given back, newest first, with what a list of them shows: one statement, however many there are. */
export const PERSON_STANDINGS: NamedStatement = {
  name: 'learning-person-standings',
  text: `
    select ${STANDING_COLUMNS}, o.title as "offeringTitle", o.ends_at as "endsAt",
           o.starts_at as "startsAt", o.late_policy as "latePolicy", e.version + o.version as revision,
           exists (select from deadline_extension x where x.enrollment_id = e.id) as "isExtended",
           (select p.time_zone from person p where p.id = e.person_id) as "personTimeZone",
           greatest(
             e.created_at,
             (select max(v.occurred_at) from event v where v.subject_type = 'enrollment' and v.subject_id = e.id),
             (select max(v.occurred_at) from event v where v.subject_type = 'offering' and v.subject_id = o.id)
           ) as "revisedAt",
           case when 0 < any(s.minutes) then
             json_build_object('minutes', s.minutes, 'startsOn', s.starts_on, 'version', s.version, 'updatedAt', s.updated_at)
           end as plan,
           r.activity_id as "resumeActivityId",
           greatest(
             (select max(a.updated_at) from activity_progress a where a.enrollment_id = e.id and not a.waived),
             r.updated_at
           ) as "lastActivityAt"
      from enrollment e
      join offering o on o.id = e.offering_id
      left join resume_position r on r.enrollment_id = e.id
      left join study_plan s on s.enrollment_id = e.id
     where e.person_id = $1 and e.state <> 'withdrawn'
     order by e.created_at desc, e.id desc limit $2`,
};

/**
 * Records facts and keeps the furthest for each activity, in one statement. Facts told before fall out at their id.
 * Grouped first, because an upsert must not meet a row twice; ordered, because two that meet the same rows must not deadlock.
 * Answers one row for each activity that learned something new.
 */
export const RECORD_FACTS: NamedStatement = {
  name: 'learning-record-facts',
  text: `
    with fresh as (
      insert into progress_fact
        (id, institution_id, enrollment_id, activity_id, kind, value, source, reason, actor_id, effective_at, recorded_at)
      select id, $1, enrollment_id, activity_id, kind, value, source, reason, actor_id, effective_at, $2
        from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::float8[], $8::text[], $9::text[], $10::uuid[], $11::timestamptz[])
          as told (id, enrollment_id, activity_id, kind, value, source, reason, actor_id, effective_at)
      on conflict (enrollment_id, id) do nothing
      returning id, enrollment_id, activity_id, kind, value, effective_at
    ), furthest as (
      select enrollment_id, activity_id, max(value) as value, bool_or(kind = 'waived') as waived,
             min(effective_at) filter (where kind <> 'progressed') as completed_at, array_agg(id) as fact_ids
        from fresh group by enrollment_id, activity_id
    ), kept as (
      insert into activity_progress (institution_id, enrollment_id, activity_id, value, completed_at, waived, updated_at)
      select $1, enrollment_id, activity_id, value, completed_at, waived, $2
        from furthest order by enrollment_id, activity_id
      on conflict (enrollment_id, activity_id) do update
        set value = greatest(activity_progress.value, excluded.value),
            completed_at = least(activity_progress.completed_at, excluded.completed_at),
            waived = activity_progress.waived or excluded.waived,
            updated_at = excluded.updated_at
      returning enrollment_id, activity_id, value, completed_at, waived
    )
    select enrollment_id as "enrollmentId", activity_id as "activityId", kept.value, kept.completed_at as "completedAt",
           kept.waived, furthest.fact_ids as "factIds"
      from kept join furthest using (enrollment_id, activity_id)`,
};

/** Writes course completions that the person does not have yet; answers those. */
export const COMPLETE_COURSES: NamedStatement = {
  name: 'learning-complete-courses',
  text: `
    insert into course_completion (id, institution_id, person_id, course_id, enrollment_id, completed_at, recorded_at)
    select id, $1, person_id, course_id, enrollment_id, completed_at, $2
      from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[])
        as earned (id, person_id, course_id, enrollment_id, completed_at)
     order by person_id, course_id
    on conflict (person_id, course_id) do nothing
    returning enrollment_id as "enrollmentId", person_id as "personId", course_id as "courseId", completed_at as "completedAt"`,
};

/** Many events of enrolments in one statement; what one event is, `recordEvent` says. */
export const RECORD_EVENTS: NamedStatement = {
  name: 'learning-record-events',
  text: `
    insert into event (id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at)
    select id, $1, type, actor_id, 'enrollment', enrollment_id, particulars::jsonb, $2
      from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[]) as told (id, type, actor_id, enrollment_id, particulars)`,
};
