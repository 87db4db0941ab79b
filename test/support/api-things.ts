import { setTimeout as pause } from 'node:timers/promises';
import { grade, handIn } from '../../demo/assess.js';
import type { ApiWorld } from './api-world.js';
import { publishable } from './catalog.js';

interface Versioned {
  id: string;
  version: number;
}

/** A place of Amara's in an offering of its own, of an edition of its own. */
export interface Place {
  microCredentialId: string;
  editionId: string;
  courseId: string;
  pageId: string;
  quizId: string;
  offeringId: string;
  enrollmentId: string;
}

/** What the learner does between handing in and the verdict. */
type BeforeVerdict = (enrollmentId: string, fileIds: string[]) => Promise<void>;

const DAY = 86_400_000;
const LONGEST_WAIT_MS = 30_000;

/** New things at Riverside, made by the people whose work it is, for requests that use them up. */
export class Things {
  constructor(readonly world: ApiWorld) {}

  get cast() {
    return this.world.walked.cast;
  }

  course(): Promise<Versioned> {
    return this.cast.ines.client.post('/api/v1/courses', { title: 'Asking questions', summary: '', language: 'en' });
  }

  page(courseId: string): Promise<Versioned> {
    return this.activity(courseId, { kind: 'page', markdown: '# Begin', assets: {}, objectives: [] });
  }

  async draft(): Promise<Versioned & { courseId: string; pageId: string; quizId: string }> {
    const { id: courseId } = await this.course();
    const { id: pageId } = await this.page(courseId);
    const { id: quizId } = await this.activity(courseId, { kind: 'quiz', quiz: QUIZ });
    const wish = publishable();
    const accepts = { ...wish.project.accepts, mediaTypes: [] };
    const draft = await this.cast.ines.client.post<Versioned>('/api/v1/micro-credentials', {
      ...wish,
      courseIds: [courseId],
      project: { ...wish.project, accepts },
    });
    return { ...draft, courseId, pageId, quizId };
  }

  async edition(): Promise<Omit<Place, 'offeringId' | 'enrollmentId'>> {
    const { id: microCredentialId, version, ...parts } = await this.draft();
    const edition = await this.publish({ id: microCredentialId, version });
    return { microCredentialId, editionId: edition.id, ...parts };
  }

  publish({ id, version }: Versioned): Promise<{ id: string }> {
    return this.cast.ines.client.post(`/api/v1/micro-credentials/${id}/editions`, {}, { ifMatch: `"v${version}"` });
  }

  async offering(editionId?: string): Promise<Versioned> {
    const { olga, ada, ines } = this.cast;
    const id = editionId ?? (await this.edition()).editionId;
    const offering = await olga.client.post<Versioned>('/api/v1/offerings', offeringWish(id));
    await olga.client.post(`/api/v1/offerings/${offering.id}/staff`, { personId: ada.id, role: 'assessor' });
    await olga.client.post(`/api/v1/offerings/${offering.id}/staff`, { personId: ines.id, role: 'instructor' });
    return offering;
  }

  async place(): Promise<Place> {
    const edition = await this.edition();
    const { id: offeringId } = await this.offering(edition.editionId);
    const { id: enrollmentId } = await this.cast.olga.client.post<{ id: string }>(`/api/v1/offerings/${offeringId}/enrollments`, {
      personId: this.cast.amara.id,
    });
    return { ...edition, offeringId, enrollmentId };
  }

  quizAttempt({ enrollmentId, quizId }: Place): Promise<{ id: string; revision: number }> {
    return this.cast.amara.client.post(`/api/v1/enrollments/${enrollmentId}/activities/${quizId}/quiz-attempts`);
  }

  /** A place whose project is open. */
  async readyPlace(): Promise<Place> {
    const place = await this.place();
    await this.cast.olga.client.post(`/api/v1/enrollments/${place.enrollmentId}/waivers`, {
      courseId: place.courseId,
      reason: 'Known from work.',
    });
    return place;
  }

  submissionFile({ enrollmentId }: Place): Promise<{ id: string }> {
    return this.cast.amara.client.upload(`/api/v1/enrollments/${enrollmentId}/submission-files`, 'plot.csv', 'text/csv', CSV);
  }

  async attempt(): Promise<Place & { attemptId: string }> {
    const place = await this.readyPlace();
    const files = [{ name: 'plot.csv', mediaType: 'text/csv', bytes: CSV }];
    const { id } = await handIn(this.cast.amara.client, place.enrollmentId, { text: 'What the data say.', files });
    return { ...place, attemptId: id };
  }

  async leased(): Promise<Place & { attemptId: string }> {
    const attempt = await this.attempt();
    await this.cast.ada.client.post(`/api/v1/attempts/${attempt.attemptId}/lease`);
    return attempt;
  }

  async graded(verdict: 'passed' | 'returned', before?: BeforeVerdict): Promise<Place & { attemptId: string }> {
    const attempt = await this.attempt();
    if (before) {
      const { attempts } = await this.cast.amara.client.get<{ attempts: { files: { id: string }[] }[] }>(
        `/api/v1/enrollments/${attempt.enrollmentId}/project`,
      );
      await before(
        attempt.enrollmentId,
        attempts.flatMap(({ files }) => files.map(({ id }) => id)),
      );
    }
    await grade(this.cast.ada.client, attempt.attemptId, verdict, 'As it is.');
    return attempt;
  }

  /** The badge of a place that was passed just now, once it is there. */
  async credential(before?: BeforeVerdict): Promise<{ id: string; url: string }> {
    const { enrollmentId } = await this.graded('passed', before);
    const until = performance.now() + LONGEST_WAIT_MS;
    while (performance.now() < until) {
      const { items } = await this.cast.amara.client.get<{ items: { id: string; url: string; enrollmentId: string }[] }>(
        '/api/v1/credentials?mine=yes',
      );
      const badge = items.find((one) => one.enrollmentId === enrollmentId);
      if (badge) return badge;
      await pause(20);
    }
    throw new Error('No badge came');
  }

  /** The ratings of every criterion, the best or the worst. */
  async ratings(attemptId: string, best: boolean): Promise<{ criterionId: string; ratingId: string; comment: string }[]> {
    const { rubric } = await this.cast.ada.client.get<{
      rubric: { criteria: { id: string; ratings: { id: string; points: number }[] }[] };
    }>(`/api/v1/attempts/${attemptId}/grading`);
    return rubric.criteria.map(({ id: criterionId, ratings }) => {
      const ranked = ratings.toSorted((a, b) => b.points - a.points);
      return { criterionId, ratingId: (best ? ranked[0] : ranked.at(-1))?.id ?? '', comment: '' };
    });
  }

  private activity(courseId: string, body: object): Promise<Versioned> {
    return this.cast.ines.client.post(`/api/v1/courses/${courseId}/activities`, {
      title: 'Begin',
      minutes: 10,
      required: true,
      body,
    });
  }
}

export const CSV = Buffer.from('day,visits\n1,20\n');

const QUIZ = {
  introduction: '',
  passMark: 0.5,
  attemptLimit: null,
  timeLimitSeconds: null,
  shuffleQuestions: false,
  reveal: 'after-attempt',
  pools: [
    {
      draw: null,
      questions: [
        {
          type: 'true-false',
          prompt: 'Data tell everything.',
          points: 1,
          explanation: '',
          answer: false,
          feedbackTrue: '',
          feedbackFalse: '',
        },
      ],
    },
  ],
};

export function offeringWish(editionId: string) {
  const now = Date.now();
  return {
    editionId,
    title: 'Spring run',
    startsAt: new Date(now - DAY).toISOString(),
    endsAt: null,
    enrollFrom: new Date(now - 2 * DAY).toISOString(),
    enrollUntil: null,
    seats: null,
    waitlist: false,
    openEnrollment: true,
    priceLabel: '',
    projectDue: { type: 'days-after-start', days: 60, timeZone: 'Europe/Vienna' },
    latePolicy: { graceMinutes: 60, penaltyPercentPerDay: 5, floorPercent: 60, cutoffDays: 14 },
  };
}
