import { randomUUID } from 'node:crypto';
import type { Activity, Quiz } from '../src/modules/catalog/index.js';
import type { ApiClient } from './api-client.js';
import { type AskedQuestion, rightAnswers } from './answer-quiz.js';

interface Journey {
  progress: { share: number };
  courses: {
    id: string;
    title: string;
    state: string;
    activities: { id: string; kind: string; state: string; required: boolean }[];
  }[];
  project: { state: string };
}

interface QuizAttempt {
  id: string;
  revision: number;
  questions: AskedQuestion[];
  result: { passed: boolean } | null;
}

export interface Studied {
  pages: number;
  quizzes: number;
}

/** Studies everything an enrolment asks for, in the order it unlocks, and answers every quiz rightly. */
export async function study(learner: ApiClient, enrollmentId: string, quizzes: ReadonlyMap<string, Quiz>): Promise<Studied> {
  const studied = { pages: 0, quizzes: 0 };
  const { courses } = await learner.get<Journey>(`/api/v1/enrollments/${enrollmentId}/journey`);
  for (const course of courses) {
    for (const activity of course.activities) {
      await learner.get(`/api/v1/enrollments/${enrollmentId}/activities/${activity.id}`);
      const quiz = quizzes.get(activity.id);
      if (quiz) {
        await passQuiz(learner, enrollmentId, activity.id, quiz);
        studied.quizzes++;
      } else {
        await tellCompleted(learner, enrollmentId, activity.id);
        studied.pages++;
      }
    }
  }
  const after = await learner.get<Journey>(`/api/v1/enrollments/${enrollmentId}/journey`);
  if (after.progress.share !== 1 || after.project.state !== 'open') {
    throw new Error(`Everything was studied, yet progress is ${after.progress.share} and the project is ${after.project.state}`);
  }
  return studied;
}

/** The quizzes of an edition by activity, as its staff may see them. */
export function quizzesOf(courses: readonly { activities: readonly Activity[] }[]): Map<string, Quiz> {
  const activities = courses.flatMap((course) => course.activities);
  return new Map(activities.flatMap(({ id, body }) => (body.kind === 'quiz' ? [[id, body.quiz] as const] : [])));
}

async function tellCompleted(learner: ApiClient, enrollmentId: string, activityId: string): Promise<void> {
  const fact = { id: randomUUID(), activityId, kind: 'completed', effectiveAt: new Date().toISOString() };
  const { facts } = await learner.post<{ facts: { outcome: string; refusal: unknown }[] }>(
    `/api/v1/enrollments/${enrollmentId}/facts`,
    { facts: [fact] },
  );
  if (facts[0]?.outcome !== 'recorded') throw new Error(`The fact was not recorded: ${JSON.stringify(facts)}`);
}

async function passQuiz(learner: ApiClient, enrollmentId: string, activityId: string, quiz: Quiz): Promise<void> {
  const attempt = await learner.post<QuizAttempt>(`/api/v1/enrollments/${enrollmentId}/activities/${activityId}/quiz-attempts`);
  const last = { revision: attempt.revision, answers: rightAnswers(quiz, attempt.questions) };
  const { result } = await learner.post<QuizAttempt>(`/api/v1/quiz-attempts/${attempt.id}/submission`, { last });
  if (!result?.passed) throw new Error(`The quiz ${activityId} was answered rightly and not passed: ${JSON.stringify(result)}`);
}
