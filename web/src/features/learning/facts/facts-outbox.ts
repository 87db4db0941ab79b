// What a learner did is kept in this browser until the server has it: told twice it is recorded once, so it is sent again wherever an
// answer was lost.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, read } from '../../../api/client';
import { NOTHING_KEPT, problemOf } from '../../../api/problem';
import { browserStore } from '../../../kept/browser-store';
import { tell } from '../../../ui/toast';
import { refreshJourney } from '../queries';
import { MOST_AT_ONCE, type ToldFact, withFact } from './told-facts';

// Under the prefix of what is kept for the person who is signed in, so that signing out forgets it.
const KEPT_AS = 'cairn.kept.facts.';
const AGAIN_MS = 10_000;
const listeners = new Set<() => void>();
const running = new Map<string, Promise<void>>();

type Done = Pick<ToldFact, 'activityId' | 'kind' | 'value'>;

/** Keeps it and sends it; settles when the server has it or could not be reached. `notCounted` words a refusal. */
export async function tellFact(enrollmentId: string, done: Done, notCounted: (words: string) => string): Promise<void> {
  const fact = { ...done, id: crypto.randomUUID(), effectiveAt: new Date().toISOString() };
  keep(enrollmentId, withFact(waiting(enrollmentId), fact));
  await sendFacts(enrollmentId, notCounted);
}

/** One at a time for each place. */
export async function sendFacts(enrollmentId: string, notCounted: (words: string) => string): Promise<void> {
  while (running.has(enrollmentId)) await running.get(enrollmentId);
  const facts = waiting(enrollmentId).slice(0, MOST_AT_ONCE);
  if (facts.length === 0) return;
  const sending = send(enrollmentId, facts, notCounted).finally(() => running.delete(enrollmentId));
  running.set(enrollmentId, sending);
  await sending;
}

async function send(enrollmentId: string, facts: ToldFact[], notCounted: (words: string) => string): Promise<void> {
  try {
    const path = { id: enrollmentId };
    const outcomes = (await read(api.POST('/api/v1/enrollments/{id}/facts', { params: { path }, body: { facts } }))).facts;
    for (const words of new Set(outcomes.flatMap(({ refusal }) => refusal?.words ?? []))) tell(notCounted(words));
  } catch (error) {
    if (!isFinal(error)) return;
    const { code, message = '' } = problemOf(error) ?? {};
    tell(code === NOTHING_KEPT ? message : notCounted(message));
  }
  const settled = new Set(facts.map(({ id }) => id));
  keep(
    enrollmentId,
    waiting(enrollmentId).filter(({ id }) => !settled.has(id)),
  );
  await refreshJourney(enrollmentId);
}

/** The place is gone, or the server will never take this: to keep it would only ask for ever. */
function isFinal(error: unknown): boolean {
  const problem = problemOf(error);
  return problem !== null && [400, 403, 404, 409, 422].includes(problem.status);
}

/** What waits to be sent for a place; while something does, it is tried again. */
export function useWaitingFacts(enrollmentId: string, notCounted: (words: string) => string): readonly ToldFact[] {
  const text = useSyncExternalStore(subscribe, () => browserStore.getItem(KEPT_AS + enrollmentId));
  const isWaiting = text !== null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const attempt = () => void sendFacts(enrollmentId, notCounted);
    attempt();
    const timer = setInterval(attempt, AGAIN_MS);
    addEventListener('online', attempt);
    return () => {
      clearInterval(timer);
      removeEventListener('online', attempt);
    };
  }, [enrollmentId, isWaiting, notCounted]);
  return useMemo(() => parse(text), [text]);
}

function waiting(enrollmentId: string): ToldFact[] {
  return parse(browserStore.getItem(KEPT_AS + enrollmentId));
}

function parse(text: string | null): ToldFact[] {
  return text === null ? [] : (JSON.parse(text) as ToldFact[]);
}

function keep(enrollmentId: string, facts: readonly ToldFact[]): void {
  if (facts.length === 0) browserStore.removeItem(KEPT_AS + enrollmentId);
  else browserStore.setItem(KEPT_AS + enrollmentId, JSON.stringify(facts));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab keeps and sends the same.
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
