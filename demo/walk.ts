import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Activity } from '../src/modules/catalog/index.js';
import { projectFile } from '../src/platform/project-file.js';
import { ApiClient, type Transport } from './api-client.js';
import { grade, handIn, type Work } from './assess.js';
import { importAndPublish, type Published } from './author.js';
import { quizzesOf, study } from './learn.js';
import { type DemoCast, gatherCast } from './people.js';
import { type Badge, verifyBadge } from './verify-badges.js';

export interface WalkOptions {
  transport: Transport;
  /** Path of the first administrator's sign-in link. */
  signInPath: string;
  /** Folder of course material to import in place of the demo world's. */
  material?: string;
  /** Whether the badges are checked by the independent verifier, which is there in development only. */
  verify?: boolean;
  /** Hears of each step when it is done. */
  onStep: (step: string, milliseconds: number) => void;
}

export interface WalkResult {
  cast: DemoCast;
  published: Published;
  offeringId: string;
  badges: Badge[];
  verified: number;
  tamperedRefused: number;
  /** From the verdict's answer until the learner sees the badge, milliseconds, shortest first. */
  waits: number[];
}

const DAY = 86_400_000;
const LONGEST_WAIT_MS = 60_000;
const CONTENT = fileURLToPath(projectFile('demo/content/data-storytelling'));
const SAMPLES = join(CONTENT, 'sample-submissions');

/** The whole path from an instructor's material to badges that others verify, through the public HTTP API alone. */
export async function walk({ transport, signInPath, material, verify = true, onStep }: WalkOptions): Promise<WalkResult> {
  const step = async <Result>(name: (result: Result) => string, act: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await act();
    onStep(name(result), performance.now() - start);
    return result;
  };

  const cast = await step(
    () => 'an administrator opens Riverside University and invites six people',
    () => gatherCast(transport, signInPath),
  );
  const { ines, ada, olga } = cast;
  const published = await step(
    (result: Published) =>
      `${ines.name} imports ${result.courses} courses (${result.activities} activities) and publishes “${result.title}”`,
    () => importAndPublish(ines.client, material ?? CONTENT),
  );
  const edition = await ines.client.get<{ content: { courses: { activities: Activity[] }[] } }>(
    `/api/v1/editions/${published.editionId}`,
  );
  const quizzes = quizzesOf(edition.content.courses);
  const offeringId = await step(
    () => `${olga.name} opens an offering with ${ada.name} as assessor`,
    () => openOffering(cast, published.editionId),
  );

  const places = new Map<string, string>();
  for (const learner of [cast.amara, cast.jonas, cast.lea]) {
    await step(
      () => `${learner.name} is enrolled`,
      async () => {
        const { id } = await olga.client.post<{ id: string }>(`/api/v1/offerings/${offeringId}/enrollments`, {
          personId: learner.id,
        });
        places.set(learner.email, id);
      },
    );
    await step(
      ({ pages, quizzes: passed }) => `${learner.name} studies ${pages} pages and passes ${passed} quizzes`,
      () => study(learner.client, placeOf(places, learner.email), quizzes),
    );
  }

  const badges: Badge[] = [];
  const waits: number[] = [];
  const pass = async (learner: DemoCast['amara'], work: Work) => {
    const { id } = await handIn(learner.client, placeOf(places, learner.email), work);
    const decidedAt = await grade(ada.client, id, 'passed', 'Clear, checked and honest. Well done.');
    badges.push({ learner: learner.name, url: await awaitBadge(learner.client, placeOf(places, learner.email)) });
    waits.push(performance.now() - decidedAt);
  };

  await step(
    () => `${cast.amara.name} hands in the project, passes, and has a badge`,
    () => pass(cast.amara, sample('amara')),
  );
  await step(
    () => `${cast.jonas.name} hands in, and the work is returned with what to change`,
    async () => {
      const { id } = await handIn(cast.jonas.client, placeOf(places, cast.jonas.email), sample('jonas'));
      await grade(
        ada.client,
        id,
        'returned',
        'Two things to change: say how missing counts were treated, and start the axis at zero.',
      );
    },
  );
  await step(
    () => `${cast.jonas.name} hands in again, passes, and has a badge`,
    () => pass(cast.jonas, sample('jonas-revised')),
  );
  await step(
    () => `${cast.lea.name} hands in, and does not pass`,
    async () => {
      const { id } = await handIn(cast.lea.client, placeOf(places, cast.lea.email), sample('lea'));
      await grade(ada.client, id, 'failed', 'The question is not answered, and the data were not cleaned.');
    },
  );

  const anybody = new ApiClient(transport);
  let verified = 0;
  let tamperedRefused = 0;
  for (const badge of verify ? badges : []) {
    await step(
      () => `the badge of ${badge.learner} verifies with @digitalbazaar/vc, and a tampered copy does not`,
      async () => {
        const result = await verifyBadge(anybody, badge);
        verified += Number(result.verified);
        tamperedRefused += Number(result.tamperedRefused);
      },
    );
  }
  const { items: leas } = await cast.lea.client.get<{ items: unknown[] }>('/api/v1/credentials?mine=yes');
  if (leas.length > 0) throw new Error(`${cast.lea.name} did not pass and has a badge`);
  return { cast, published, offeringId, badges, verified, tamperedRefused, waits: waits.toSorted((a, b) => a - b) };
}

async function openOffering({ olga, ada }: DemoCast, editionId: string): Promise<string> {
  const now = Date.now();
  const { id } = await olga.client.post<{ id: string }>('/api/v1/offerings', {
    editionId,
    title: 'Autumn run',
    startsAt: new Date(now - DAY).toISOString(),
    endsAt: new Date(now + 120 * DAY).toISOString(),
    enrollFrom: new Date(now - 2 * DAY).toISOString(),
    enrollUntil: null,
    seats: 30,
    waitlist: true,
    openEnrollment: true,
    priceLabel: 'free of charge',
    projectDue: { type: 'days-after-start', days: 60, timeZone: 'Europe/Vienna' },
    latePolicy: { graceMinutes: 60, penaltyPercentPerDay: 5, floorPercent: 60, cutoffDays: 14 },
  });
  await olga.client.post(`/api/v1/offerings/${id}/staff`, { personId: ada.id, role: 'assessor' });
  return id;
}

/** Looks again and again until the badge is there, as a learner would. */
async function awaitBadge(learner: ApiClient, enrollmentId: string): Promise<string> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < until) {
    const { items } = await learner.get<{ items: { url: string; enrollmentId: string }[] }>('/api/v1/credentials?mine=yes');
    const badge = items.find((one) => one.enrollmentId === enrollmentId);
    if (badge) return badge.url;
    await pause(20);
  }
  throw new Error(`No badge came within ${LONGEST_WAIT_MS / 1_000} seconds`);
}

function sample(name: string): Work {
  const file = (fileName: string, mediaType: string) => ({
    name: fileName,
    mediaType,
    bytes: readFileSync(join(SAMPLES, fileName)),
  });
  return {
    text: readFileSync(join(SAMPLES, `brief-${name}.md`), 'utf8'),
    files: [file(`cleaned-${name}.csv`, 'text/csv'), file(`chart-${name}.png`, 'image/png')],
  };
}

function placeOf(places: ReadonlyMap<string, string>, email: string): string {
  const id = places.get(email);
  if (!id) throw new Error(`${email} has no place`);
  return id;
}
