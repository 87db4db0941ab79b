import type { ImportRun } from '../data/import-run.entity.js';
import type { ImportView } from './import.dto.js';

export function presentImport({ id, state, report, outcome, createdAt }: ImportRun): ImportView {
  const courseIds = new Map(outcome?.courses.map(({ key, courseId }) => [key, courseId]));
  return {
    id,
    state,
    archive: report?.archive ?? [],
    lines: report?.lines ?? [],
    courses: (report?.courses ?? []).map((course) => ({ ...course, courseId: courseIds.get(course.key) ?? null })),
    microCredential: report?.microCredential ?? null,
    microCredentialId: outcome?.microCredentialId ?? null,
    createdAt: createdAt.toISOString(),
  };
}
