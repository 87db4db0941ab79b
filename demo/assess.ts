import type { ApiClient } from './api-client.js';

export interface Work {
  text: string;
  files: { name: string; mediaType: string; bytes: Buffer }[];
}

interface GradingView {
  attempt: { id: string; enrollmentId: string; number: number };
  rubric: { criteria: { id: string; ratings: { id: string; points: number }[] }[] };
}

/** Uploads the files, keeps the draft and hands it in. Returns the attempt and its receipt. */
export async function handIn(
  learner: ApiClient,
  enrollmentId: string,
  { text, files }: Work,
): Promise<{ id: string; sha256: string }> {
  const fileIds: string[] = [];
  for (const { name, mediaType, bytes } of files) {
    const { id } = await learner.upload<{ id: string }>(
      `/api/v1/enrollments/${enrollmentId}/submission-files`,
      name,
      mediaType,
      bytes,
    );
    fileIds.push(id);
  }
  const { draft } = await learner.get<{ draft: { version: number } }>(`/api/v1/enrollments/${enrollmentId}/project`);
  const saved = await learner.put<{ version: number }>(
    `/api/v1/enrollments/${enrollmentId}/submission-draft`,
    { text, links: [], fileIds },
    { ifMatch: `"v${draft.version}"` },
  );
  return learner.post(
    `/api/v1/enrollments/${enrollmentId}/attempts`,
    { draftVersion: saved.version },
    { idempotencyKey: crypto.randomUUID() },
  );
}

/** Takes the attempt, rates every criterion the same way and gives the verdict. Returns when it was answered. */
export async function grade(
  assessor: ApiClient,
  attemptId: string,
  verdict: 'passed' | 'returned' | 'failed',
  feedback: string,
): Promise<number> {
  const { rubric } = await assessor.post<GradingView>(`/api/v1/attempts/${attemptId}/lease`);
  const ratings = rubric.criteria.map(({ id: criterionId, ratings: choices }) => {
    const ranked = choices.toSorted((a, b) => b.points - a.points);
    return { criterionId, ratingId: (verdict === 'passed' ? ranked[0] : ranked.at(-1))?.id ?? '', comment: '' };
  });
  await assessor.post(
    `/api/v1/attempts/${attemptId}/assessments`,
    { verdict, ratings, feedback },
    { idempotencyKey: crypto.randomUUID() },
  );
  return performance.now();
}
