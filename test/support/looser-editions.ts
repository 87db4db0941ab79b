import type { Answer } from './browser.js';
import { awaitFact } from './badges.js';
import { tinyMicroCredential } from './riverside-edition.js';
import type { Member, PublishedEdition, Riverside } from './worlds.js';

type Draft = ReturnType<typeof tinyMicroCredential> & { version: number };

export interface QualifiedBody {
  items: {
    enrollmentId: string;
    personId: string;
    personName: string;
    editionNumber: number;
    grade: { verdict: string; points: number } | null;
    byRule: { points: number } | null;
    qualifies: boolean;
    reasons: { key: string; words: string }[];
  }[];
  next: string | null;
  version: string;
  total: number;
}

export interface RequalificationBody {
  id: string;
  state: string;
  total: number;
  counts: { waiting: number; awarded: number; changed: number };
}

/** Publishes the next edition of a micro-credential, changed in a way. Answers its id. */
export async function publishNext(
  { ines }: Riverside,
  { microCredentialId }: PublishedEdition,
  change: (draft: Draft) => object,
): Promise<string> {
  const path = `/api/v1/micro-credentials/${microCredentialId}`;
  const draft = (await ines.browser.get(path)).json<Draft>();
  const changed = await ines.browser.patch(path, change(draft), { 'if-match': `"v${draft.version}"` });
  if (changed.status !== 200) throw new Error(changed.text);
  const { version } = changed.json<Draft>();
  const published = await ines.browser.post(`${path}/editions`, { changeNote: 'Fairer' }, { 'if-match': `"v${version}"` });
  if (published.status !== 201) throw new Error(published.text);
  return published.json<{ id: string }>().id;
}

/** A rubric that passes with so many points, and in which nothing has to be reached. */
export function passingWith(passPoints: number) {
  return ({ rubric }: Draft) => ({
    rubric: { passPoints, criteria: rubric.criteria.map((criterion) => ({ ...criterion, mustPassPoints: null })) },
  });
}

export async function qualified({ browser }: Member, editionId: string, query = ''): Promise<QualifiedBody> {
  const answer = await browser.get(`/api/v1/editions/${editionId}/newly-qualified${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<QualifiedBody>();
}

export const confirmAwards = (
  { browser }: Member,
  editionId: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  browser.post(`/api/v1/editions/${editionId}/newly-qualified/awards`, { reason: 'The bar was too high.', ...body }, headers);

/** Waits for the worker to carry out what was confirmed. */
export async function awaitAwards({ browser }: Member, id: string): Promise<RequalificationBody> {
  const read = async () => (await browser.get(`/api/v1/requalifications/${id}`)).json<RequalificationBody>();
  await awaitFact(async () => (await read()).state === 'finished');
  return read();
}

/** Two questions, of which always the same answer is right once. */
export function quizWish(passMark: number) {
  const question = (prompt: string, answer: boolean) => ({
    type: 'true-false',
    prompt,
    points: 1,
    explanation: '',
    answer,
    feedbackTrue: '',
    feedbackFalse: '',
  });
  return {
    introduction: '',
    passMark,
    attemptLimit: 1,
    timeLimitSeconds: null,
    shuffleQuestions: false,
    reveal: 'never',
    pools: [{ draw: null, questions: [question('Data tell everything.', false), question('Charts may lie.', true)] }],
  };
}
