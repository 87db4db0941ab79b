import type { View } from '../../../api/client';

export type MyJourney = View<'MyJourneyView'>;

const NEWS_DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;

export interface Home {
  /** What one can go on with, touched last first. */
  running: MyJourney[];
  /** Deadlines of projects that are still to be handed in, the nearest first. */
  due: MyJourney[];
  /** Projects with a verdict that one has not acted on, or that is new. */
  news: MyJourney[];
  rest: MyJourney[];
}

/** What comes first on the first screen. */
export function homeOf(journeys: readonly MyJourney[], now: Date): Home {
  const running = journeys.filter(({ state }) => state === 'active').toSorted((a, b) => touched(b) - touched(a));
  return {
    running,
    due: running
      .filter(({ project }) => project.dueAt !== null && ['none', 'returned'].includes(project.standing))
      .toSorted((a, b) => time(a.project.dueAt) - time(b.project.dueAt)),
    news: journeys.filter((journey) => isNews(journey, now)),
    rest: journeys.filter(({ state }) => state !== 'active'),
  };
}

function isNews({ state, project: { standing, since } }: MyJourney, now: Date): boolean {
  if (standing === 'returned') return state === 'active';
  return (standing === 'passed' || standing === 'failed') && now.getTime() - time(since) < NEWS_DAYS * DAY_MS;
}

function touched({ lastActivityAt }: MyJourney): number {
  return time(lastActivityAt);
}

function time(iso: string | null): number {
  return iso === null ? 0 : new Date(iso).getTime();
}
