import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { IssueCredential, RepairCredentials, TellLearners } from '../../src/modules/credentials/index.js';
import type { CredentialIntent } from '../../src/modules/credentials/data/credential-intent.entity.js';
import { CredentialsRepository } from '../../src/modules/credentials/data/credentials.repository.js';
import { PlanCredential } from '../../src/modules/credentials/use-cases/issuing/plan-credential.js';
import { SignIntents, type ToSign } from '../../src/modules/credentials/use-cases/issuing/sign-intents.js';
import { StoreCredentials } from '../../src/modules/credentials/use-cases/issuing/store-credentials.js';
import { PublishStatusList } from '../../src/modules/credentials/use-cases/status/publish-status-list.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Answer } from './browser.js';
import { type MarkBody, PASS } from './riverside-edition.js';
import type { Learner, Riverside } from './worlds.js';
import { workOff } from './outbox-work.js';

export interface PassedLearner extends Learner {
  attemptId: string;
  assessmentId: string;
}

/** A learner whom Ada passed. With the api role alone, the badge waits in the outbox. */
export async function passed(world: Riverside, learner?: Learner, given: MarkBody = PASS): Promise<PassedLearner> {
  const amara = learner ?? (await world.ready('Amara'));
  const { id: attemptId } = await world.handIn(amara);
  const answer = await world.assess(world.ada, attemptId, given);
  if (answer.status !== 201) throw new Error(answer.text);
  return { ...amara, attemptId, assessmentId: lastVerdictOf(answer.json<{ attempt: object }>().attempt) };
}

/** Corrects the verdict and gives the id of the correction. */
export async function corrected(
  world: Riverside,
  { attemptId }: PassedLearner,
  standingVersion: number,
  given: MarkBody,
): Promise<string> {
  const body = { ...given, standingVersion, reason: 'Looked at again.' };
  const answer: Answer = await world.olga.browser.post(`/api/v1/attempts/${attemptId}/corrections`, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return lastVerdictOf(answer.json());
}

function lastVerdictOf(attempt: object): string {
  const { verdicts } = attempt as { verdicts: { id: string }[] };
  return verdicts.at(-1)?.id ?? '';
}

/** Does what the worker would do with the pass. */
export async function issue(
  world: Riverside,
  { enrollmentId, assessmentId }: Pick<PassedLearner, 'enrollmentId' | 'assessmentId'>,
): Promise<void> {
  await world.get(IssueCredential).run({ institutionId: world.institutionId }, enrollmentId, assessmentId);
  await tellLearners(world);
}

/** Does what the worker would do for learners who were not told of their badges yet. */
export async function tellLearners(world: Riverside): Promise<void> {
  await workOff(world, 'tell-learners', (institutionId, ids) => world.get(TellLearners).run({ institutionId }, ids));
}

type Asked = Pick<PassedLearner, 'enrollmentId' | 'assessmentId'>;

/** Decides and freezes, and no more; what is withheld or done is left out. */
export async function decide(world: Riverside, asked: readonly Asked[]): Promise<ToSign[]> {
  const plans = await world.get(UnitOfWork).run(scopeOf(world), (tx) => world.get(PlanCredential).all(tx, asked));
  return plans.flatMap((plan) => (plan.plan === 'sign' ? [plan.frozen()] : []));
}

/** Signs and stores what was decided. Answers for each whether it was stored. */
export async function finish(world: Riverside, decided: readonly ToSign[]): Promise<boolean[]> {
  const signed = (await world.get(SignIntents).all(scopeOf(world), decided)).flatMap(({ answer }) => (answer ? [answer] : []));
  const stored = await world.get(UnitOfWork).run(scopeOf(world), (tx) => world.get(StoreCredentials).in(tx, signed));
  await tellLearners(world);
  return stored;
}

/** Decides, and writes that down: what a worker left that ended there when plans were written before they were signed. `null` where the badge is withheld. */
export async function plan(world: Riverside, pass: Asked): Promise<CredentialIntent | null> {
  const [decided] = await decide(world, [pass]);
  if (!decided?.unwritten) return null;
  const document = JSON.stringify(decided.unwritten.document());
  const intent = { ...decided.intent, document, documentSha256: createHash('sha256').update(document).digest('hex') };
  await world.get(UnitOfWork).run(scopeOf(world), (tx) => world.get(CredentialsRepository).addIntent(tx, intent));
  return intent;
}

const scopeOf = ({ institutionId }: Riverside) => ({ institutionId });

export const repair = (world: Riverside) => world.get(RepairCredentials).run();

/** Does what the worker would do with changed status lists. */
export async function publishLists(world: Riverside): Promise<void> {
  for (const { id } of await world.rows<{ id: string }>('select id from status_list')) {
    await world.get(PublishStatusList).run({ institutionId: world.institutionId }, id);
  }
}

export interface StoredBadge {
  id: string;
  public_id: string;
  state: string;
  signed: string;
}

/** Every badge that a person ever got, oldest first. */
export const badgesOf = (world: Riverside, { personId }: Pick<Learner, 'personId'>) =>
  world.rows<StoredBadge>(
    'select id, public_id, state, signed from credential where person_id = $1 order by issued_at, form, id',
    [personId],
  );

/** The one badge of a person; anything else is a fault. */
export async function badgeOf(world: Riverside, who: Pick<Learner, 'personId'>): Promise<StoredBadge> {
  const [badge, ...more] = await badgesOf(world, who);
  if (!badge || more.length > 0) throw new Error(`There are ${badge ? more.length + 1 : 0} badges`);
  return badge;
}

/** Why badges were withheld, oldest first. */
export async function withheld(world: Riverside, { enrollmentId }: Learner): Promise<string[]> {
  const events = await world.rows<{ reason: string }>(
    `select particulars ->> 'decision' || ': ' || (particulars ->> 'reason') as reason from event
      where type = 'credential.withheld' and subject_id = $1 order by occurred_at, id`,
    [enrollmentId],
  );
  return events.map(({ reason }) => reason);
}

export async function revoke(world: Riverside, credentialId: string): Promise<void> {
  const path = `/api/v1/credentials/${credentialId}/revocation`;
  const answer = await world.olga.browser.post(path, { reason: 'The work was somebody else’s.' });
  if (answer.status !== 201) throw new Error(answer.text);
}

/** Looks again until it is so. */
export async function awaitFact(holds: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error('It did not come true within 20 seconds');
    await pause(20);
  }
}

/** Waits for the worker to issue the one badge of a person. */
export async function awaitBadge(world: Riverside, who: Pick<Learner, 'personId'>): Promise<StoredBadge> {
  await awaitFact(async () => (await badgesOf(world, who)).length > 0);
  return badgeOf(world, who);
}
