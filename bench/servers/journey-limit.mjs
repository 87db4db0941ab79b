// What a learner's dashboard costs at least: node:http, two named statements, Cairn's own rules and presenter, the same bytes.
import { ProgressRepository } from '../../dist/src/modules/learning/data/progress.repository.js';
import { STANDINGS } from '../../dist/src/modules/learning/data/progress.sql.js';
import { outlineOf } from '../../dist/src/modules/learning/domain/edition-outline.js';
import { nextUp } from '../../dist/src/modules/learning/domain/next-up.js';
import { presentJourney } from '../../dist/src/modules/learning/http/present-journey.js';
import { wayOfLearner } from '../../dist/src/modules/learning/use-cases/learner.js';
import { answerParent } from './answer-parent.mjs';
import { openPool, personOf, serveJson } from './bare-server.mjs';

const JOURNEY = {
  name: 'bench-journey',
  text: `select s.*, o.title as "offeringTitle", o.ends_at as "offeringEndsAt",
                r.activity_id as "activityId", r.place, r.updated_at as "updatedAt"
           from (${STANDINGS.text}) s
           join offering o on o.id = s."offeringId"
           left join resume_position r on r.enrollment_id = s.id`,
};
const EDITION = `select id, micro_credential_id as "microCredentialId", number, title, content from edition where id = $1`;

const pool = openPool();
const repository = new ProgressRepository();
const outlines = new Map();

const origin = await serveJson(async (request) => {
  const person = await personOf(pool, request);
  let row;
  const [standing] = await repository.standings(
    async (_statement, values) => {
      const { rows } = await pool.query({ ...JOURNEY, values });
      [row] = rows;
      return rows;
    },
    [request.url.split('/')[4]],
  );
  if (!standing || standing.personId !== person?.personId) return null;
  const edition = await outlineFor(standing.editionId);
  const way = wayOfLearner({ standing, edition }, new Date());
  const position = row.activityId && { activityId: row.activityId, place: row.place, updatedAt: row.updatedAt };
  const offering = { title: row.offeringTitle, endsAt: row.offeringEndsAt };
  const next = nextUp(edition, way.progress.activities, way.unlocking, position?.activityId ?? null);
  return presentJourney({ standing, edition, way, offering, position, next, mayArrange: false }, { personId: person.personId });
});
answerParent({ origin });

async function outlineFor(id) {
  const kept = outlines.get(id);
  if (kept) return kept;
  const { rows } = await pool.query(EDITION, [id]);
  outlines.set(id, outlineOf(rows[0]));
  return outlines.get(id);
}
