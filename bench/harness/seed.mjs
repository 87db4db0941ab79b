// Fills a database with the bench's university: the server makes the rows itself.
import { withClient } from './cluster.mjs';
import { COURSES, editionContent } from './edition.mjs';
import {
  ACTIVITIES,
  activityId,
  ASSESSOR,
  GROUPS,
  idOf,
  institutionId,
  LEARNERS,
  SLUG,
  TOKEN_REST,
  TOKEN_START,
} from './world.mjs';

/** `idOf` in SQL, for an expression that is the number. */
function idIn(kind, number) {
  return `('${idOf(kind, 0).slice(0, -12)}' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

/** For a database that was just migrated. */
export async function seedWorld(ownerUrl) {
  await withClient(ownerUrl, async (client) => {
    await client.query(`set app.scope = 'system'`);
    for (const [text, values] of statements()) await client.query(text, values);
    // Tables that are still empty are left out: counted as empty, they would be scanned from end to end for every foreign key until
    // somebody analyses them again, which in a server that runs has happened long before.
    const { rows } = await client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0`,
    );
    await client.query(`analyze ${rows.map(({ relname }) => relname).join(', ')}`);
  });
}

function statements() {
  const at = `'2026-01-05T09:00:00Z'::timestamptz`;
  const here = `'${institutionId}'::uuid`;
  const learners = `generate_series(1, ${LEARNERS}) as n`;
  const only = ([first, last]) => `generate_series(${first}, ${last}) as n`;
  const content = editionContent({ courseId: (n) => idOf('course', n), activityId });
  const author = idIn('person', ASSESSOR);
  return [
    [
      `insert into institution (id, slug, name, description, language, time_zone, accreditation, identifiers, version, created_at)
       values (${here}, '${SLUG}', 'Riverside University', 'An invented university.', 'en', 'Europe/Vienna', '[]', '[]', 1, ${at})`,
    ],
    [
      `insert into person (id, email, name, operator, locale, time_zone, created_at)
       select ${idIn('person', 'n')}, 'learner-' || n || '@riverside.example', 'Learner ' || n, false, 'en', 'UTC', ${at}
         from (select n from ${learners} union all select ${ASSESSOR}) as all_of_them`,
    ],
    [
      `insert into membership (id, institution_id, person_id, created_at)
       select ${idIn('membership', 'n')}, ${here}, ${idIn('person', 'n')}, ${at}
         from (select n from ${learners} union all select ${ASSESSOR}) as all_of_them`,
    ],
    [
      `insert into membership_role (institution_id, membership_id, role, granted_at)
       select ${here}, ${idIn('membership', 'n')}, 'learner', ${at} from ${learners}
       union all select ${here}, ${idIn('membership', ASSESSOR)}, 'assessor', ${at}`,
    ],
    [
      `insert into session (id, token_hash, person_id, acting_institution_id, created_at, last_seen_at, expires_at, user_agent)
       select ${idIn('session', 'n')},
              rtrim(translate(encode(sha256(convert_to('${TOKEN_START}' || lpad(n::text, ${TOKEN_REST}, '-'), 'utf8')), 'base64'), '+/', '-_'), '='),
              ${idIn('person', 'n')}, ${here}, now(), now(), now() + interval '7 days', 'bench' from ${learners}`,
    ],
    [
      `insert into course (id, institution_id, title, summary, language, version, created_by, created_at, updated_at)
       select ${idIn('course', 'n')}, ${here}, 'Course ' || n, '', 'en', 1, ${author}, ${at}, ${at} from generate_series(1, ${COURSES}) as n`,
    ],
    [
      `insert into micro_credential (id, institution_id, slug, title, draft, version, created_by, created_at, updated_at)
       values (${idIn('microCredential', 1)}, ${here}, 'data', 'Data', '{}', 1, ${author}, ${at}, ${at})`,
    ],
    [
      `insert into edition (id, institution_id, micro_credential_id, number, title, content, card, change_note, published_by, published_at)
       values (${idIn('edition', 1)}, ${here}, ${idIn('microCredential', 1)}, 1, $1, $2, '{}', '', ${author}, ${at})`,
      [content.title, JSON.stringify(content)],
    ],
    [
      `insert into offering (id, institution_id, edition_id, title, starts_at, enroll_from, waitlist, open_enrollment, price_label,
                             late_policy, version, created_at)
       values (${idIn('offering', 1)}, ${here}, ${idIn('edition', 1)}, 'Spring run', ${at}, ${at}, false, true, '', '{}', 1, ${at})`,
    ],
    [
      `insert into enrollment (id, institution_id, offering_id, edition_id, person_id, state, created_at, started_at, version)
       select ${idIn('enrollment', 'n')}, ${here}, ${idIn('offering', 1)}, ${idIn('edition', 1)}, ${idIn('person', 'n')},
              'active', ${at}, ${at}, 1 from ${learners}`,
    ],
    [
      // Readers are half-way: eighteen activities done and two begun. Who passes has done them all.
      `insert into activity_progress (institution_id, enrollment_id, activity_id, value, completed_at, waived, updated_at)
       select ${here}, ${idIn('enrollment', 'n')}, ${idIn('activity', 'a')}, case when a <= 18 then 1 else 0.5 end,
              case when a <= 18 then ${at} end, false, ${at} from ${only(GROUPS.reading)}, generate_series(1, 20) as a
       union all
       select ${here}, ${idIn('enrollment', 'n')}, ${idIn('activity', 'a')}, 1, ${at}, false, ${at}
         from ${only(GROUPS.passing)}, generate_series(1, ${ACTIVITIES}) as a`,
    ],
    [
      `insert into course_completion (id, institution_id, person_id, course_id, enrollment_id, completed_at, recorded_at)
       select gen_random_uuid(), ${here}, ${idIn('person', 'n')}, ${idIn('course', 'c')}, ${idIn('enrollment', 'n')}, ${at}, ${at}
         from ${only(GROUPS.passing)}, generate_series(1, ${COURSES}) as c`,
    ],
    [
      `insert into resume_position (enrollment_id, institution_id, activity_id, place, updated_at)
       select ${idIn('enrollment', 'n')}, ${here}, ${idIn('activity', 19)}, '{"heading": "reading-a-table"}', ${at} from ${only(GROUPS.reading)}`,
    ],
    [
      `insert into submission (id, institution_id, enrollment_id, draft, revision, created_at, updated_at)
       select ${idIn('submission', 'n')}, ${here}, ${idIn('enrollment', 'n')}, '{}', 1, ${at}, ${at} from ${only(GROUPS.passing)}`,
    ],
    [
      `insert into attempt (id, institution_id, submission_id, enrollment_id, offering_id, person_id, number, work, work_sha256, submitted_at, lateness)
       select ${idIn('attempt', 'n')}, ${here}, ${idIn('submission', 'n')}, ${idIn('enrollment', 'n')}, ${idIn('offering', 1)},
              ${idIn('person', 'n')}, 1, '{}', '', ${at}, '{}' from ${only(GROUPS.passing)}`,
    ],
    [
      `insert into assessment (id, institution_id, attempt_id, enrollment_id, version, marker, final, verdict, points, max_points,
                               ratings, feedback, assessor_id, decided_at)
       select ${idIn('assessment', 'n')}, ${here}, ${idIn('attempt', 'n')}, ${idIn('enrollment', 'n')}, 1, 'first', true, 'passed',
              9, 9, '[]', 'Well done.', ${author}, ${at} from ${only(GROUPS.passing)}`,
    ],
    [
      // Whether an assessor was entitled is read from the events of the time.
      `insert into event (id, institution_id, type, subject_type, subject_id, particulars, occurred_at) values
         (gen_random_uuid(), ${here}, 'role.granted', 'person', ${author}, '{"role": "assessor"}', ${at}),
         (gen_random_uuid(), ${here}, 'offering.staff_added', 'offering', ${idIn('offering', 1)},
          jsonb_build_object('personId', ${author}, 'role', 'assessor'), ${at})`,
    ],
  ];
}
