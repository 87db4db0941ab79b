import { fileURLToPath } from 'node:url';
import { handIn } from '../../../demo/assess.js';
import { importAndPublish } from '../../../demo/author.js';
import { fetchTransport } from '../../../demo/fetch-transport.js';
import { quizzesOf, study } from '../../../demo/learn.js';
import { type DemoCast, gatherCast } from '../../../demo/people.js';
import type { Activity } from '../../../src/modules/catalog/index.js';
import { projectFile } from '../../../src/platform/project-file.js';

const DAY = 86_400_000;

/** A learner who has done everything and waits for a verdict. Their project is text alone. */
export interface Template {
  cast: DemoCast;
  personId: string;
  enrollmentId: string;
}

/** Walks one learner of a one-course micro-credential up to the verdict, through the public API. */
export async function prepareTemplate(origin: string, signInPath: string): Promise<Template> {
  const cast = await gatherCast(fetchTransport(origin), signInPath);
  const { ines, ada, olga, amara } = cast;
  const { editionId } = await importAndPublish(ines.client, fileURLToPath(projectFile('demo/content/open-licensing')));
  const edition = await ines.client.get<{ content: { courses: { activities: Activity[] }[] } }>(`/api/v1/editions/${editionId}`);
  const now = Date.now();
  const offering = await olga.client.post<{ id: string }>('/api/v1/offerings', {
    editionId,
    title: 'Run in bad weather',
    startsAt: new Date(now - DAY).toISOString(),
    endsAt: null,
    enrollFrom: new Date(now - 2 * DAY).toISOString(),
    enrollUntil: null,
    seats: null,
    waitlist: false,
    openEnrollment: false,
    priceLabel: 'free of charge',
    projectDue: null,
    latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 0, floorPercent: 100, cutoffDays: null },
  });
  await olga.client.post(`/api/v1/offerings/${offering.id}/staff`, { personId: ada.id, role: 'assessor' });
  const { id: enrollmentId } = await olga.client.post<{ id: string }>(`/api/v1/offerings/${offering.id}/enrollments`, {
    personId: amara.id,
  });
  await study(amara.client, enrollmentId, quizzesOf(edition.content.courses));
  await handIn(amara.client, enrollmentId, { text: 'Eight verdicts, their reasons, and the repaired page.', files: [] });
  return { cast, personId: amara.id, enrollmentId };
}
