import type { Answer } from './browser.js';
import { type MarkBody, PASS } from './riverside-edition.js';
import type { Learner, Member, Riverside } from './worlds.js';

/** An attempt as its assessor sees it. */
export interface GradingBody {
  attempt: {
    id: string;
    verdicts: { version: number; marker: string; final: boolean; verdict: string; points: number; feedback: string }[];
  };
  awaits: string | null;
  lease: { assessorId: string; expiresAt: string } | null;
  draft: { version: number; feedback: string } | null;
  can: { assess: boolean };
}

/** A new learner of the offering with an attempt that waits. */
export async function handedIn(world: Riverside, offeringId?: string): Promise<{ amara: Learner; id: string }> {
  const amara = await world.ready('Amara', offeringId);
  return { amara, id: (await world.handIn(amara)).id };
}

/** As `handedIn`, with Ada's verdict. */
export async function decided(world: Riverside, given: MarkBody): Promise<{ amara: Learner; id: string }> {
  const both = await handedIn(world);
  const answer = await world.assess(world.ada, both.id, given);
  if (answer.status !== 201) throw new Error(answer.text);
  return both;
}

export const take = ({ browser }: Member, id: string) => browser.post(`/api/v1/attempts/${id}/lease`);
export const keep = ({ browser }: Member, id: string) => browser.put(`/api/v1/attempts/${id}/lease`);
export const handBack = ({ browser }: Member, id: string) => browser.delete(`/api/v1/attempts/${id}/lease`);
export const grading = ({ browser }: Member, id: string) => browser.get(`/api/v1/attempts/${id}/grading`);
export const takeNext = ({ browser }: Member, offeringId: string) =>
  browser.post(`/api/v1/offerings/${offeringId}/grading-queue/next`);
export const note = ({ browser }: Member, id: string, version: number, feedback: string) =>
  browser.put(`/api/v1/attempts/${id}/assessment-draft`, { ratings: [], feedback }, { 'if-match': `"v${version}"` });
export const give = ({ browser }: Member, id: string, given: object, headers: Record<string, string> = {}) =>
  browser.post(`/api/v1/attempts/${id}/assessments`, given, headers);
export const correct = ({ browser }: Member, id: string, body: object) =>
  browser.post(`/api/v1/attempts/${id}/corrections`, body);

/** Makes a pass of the verdict of this version. */
export function toPass(standingVersion: number) {
  return { ...PASS, standingVersion, reason: 'The appendix was overlooked.' };
}

export function attemptOf(answer: Answer): string {
  return answer.json<GradingBody>().attempt.id;
}

export const marksOf = (world: Riverside, id: string) => world.rows('select id from assessment where attempt_id = $1', [id]);

/** The verdicts that were told to the world, oldest first. */
export const verdictEvents = (world: Riverside, { enrollmentId }: Learner) =>
  world.rows<{ type: string }>(`select type from event where subject_id = $1 and type like 'assessment.%' order by id`, [
    enrollmentId,
  ]);

export const queuedBadges = (world: Riverside, { enrollmentId }: Learner) =>
  world.rows(`select id from outbox where job = 'issue-credential' and payload ->> 'enrollmentId' = $1`, [enrollmentId]);
