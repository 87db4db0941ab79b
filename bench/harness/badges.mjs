// Awards of one programme to many learners, as the bench issues and verifies them: about 4 KB each, with three alignments, two results, a
// hashed e-mail, a piece of evidence, a status and a schema.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { buildOpenBadgeCredential } from '../../dist/src/modules/credentials/domain/open-badge-credential.js';

const ORIGIN = 'https://cairn.riverside.example';
export const ISSUER = 'did:web:cairn.riverside.example:issuers:riverside';
export const LIST = `${ORIGIN}/status-lists/0193a1f0-0000-4000-8000-00000000aaaa`;
const [CRITERION, PROFICIENT, SCORE] = [1, 2, 3].map((number) => `urn:uuid:6f0f3c53-0000-4000-8000-00000000000${number}`);

const achievement = {
  id: `${ORIGIN}/achievements/water-data-2`,
  name: 'Water Data Analysis',
  description: 'Collects, cleans and interprets measurements of rivers, and explains to others what they say.',
  criteria: {
    narrative: 'Completed four short courses and passed a graded project on real data of a river.',
    url: `${ORIGIN}/micro-credentials/water-data#criteria`,
  },
  image: { url: `${ORIGIN}/images/water-data.png`, caption: 'A blue wave over a bar chart' },
  alignments: [
    {
      kind: 'esco',
      name: 'analyse environmental data',
      url: 'http://data.europa.eu/esco/skill/7b2b5a2f',
      framework: 'ESCO',
      code: 'S2',
    },
    { kind: 'case', name: 'Interpret data', url: 'https://case.example/uri/6f6c', framework: 'Data literacy', code: 'DL.3' },
    {
      kind: 'onet',
      name: 'Hydrologists',
      url: 'https://www.onetonline.org/link/summary/19-2043.00',
      framework: 'O*NET',
      code: '19-2043',
    },
  ],
  tags: ['hydrology', 'statistics'],
  creditsAvailable: 4.5,
  fieldOfStudy: 'Environmental science',
  language: 'en',
  results: [
    {
      id: CRITERION,
      name: 'Interpretation of the data',
      resultType: 'RubricCriterionLevel',
      levels: [{ id: PROFICIENT, name: 'Proficient', level: '2', points: '2' }],
    },
    { id: SCORE, name: 'Project score', resultType: 'Percent', valueMin: '0', valueMax: '100' },
  ],
};

/**
 * The unsigned credential of learner number `number`. `change` alters the award: its parts `achievement`, `learner`, `assessment`.
 * @param {number} number
 */
export function badgeOf(number, change = {}) {
  const id = randomUUID();
  const built = buildOpenBadgeCredential({
    id: `${ORIGIN}/credentials/${id}`,
    issuer: { id: ISSUER, name: 'Riverside University', url: 'https://riverside.example', email: 'badges@riverside.example' },
    achievement: { ...achievement, ...change.achievement },
    learner: {
      subjectId: `urn:uuid:${randomUUID()}`,
      hashedEmail: {
        identityHash: `sha256$${createHash('sha256').update(id).digest('hex')}`,
        salt: randomBytes(16).toString('base64url'),
      },
      ...change.learner,
    },
    assessment: {
      results: [
        { resultDescription: CRITERION, achievedLevel: PROFICIENT },
        { resultDescription: SCORE, value: String(60 + (number % 41)) },
      ],
      resultsConsented: true,
      evidence: [{ url: `${ORIGIN}/evidence/${id}.pdf`, name: `Report ${number}`, published: true }],
      creditsEarned: 4.5,
      ...change.assessment,
    },
    status: { listUrl: LIST, index: number },
    awardedAt: new Date('2026-03-01T09:30:00Z'),
    validFrom: new Date('2026-03-01T09:30:00Z'),
    validUntil: change.validUntil,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  // As it comes from the database: text that was parsed.
  return JSON.parse(JSON.stringify(built.credential));
}

/** A credential of another shape for nearly every number: other parts present, other lengths of lists. */
export function badgeOfAnyShape(number) {
  const has = (bit) => (number >> bit) & 1;
  return badgeOf(number, {
    achievement: {
      image: has(0) ? achievement.image : undefined,
      alignments: achievement.alignments.slice(0, 1 + (number % 3)),
      tags: Array.from({ length: 1 + ((number >> 2) % 5) }, (_, tag) => `tag ${tag} of ${number}`),
      fieldOfStudy: has(1) ? achievement.fieldOfStudy : undefined,
      humanCode: has(3) ? `WDA-${number}` : undefined,
      version: has(4) ? '2' : undefined,
    },
    learner: has(5) ? { name: { text: `Łukasz 漢 🎓 ${number}`, consented: true } } : {},
    assessment: has(6) ? { startedAt: new Date(1_760_000_000_000 + number * 1_000) } : {},
  });
}
