import type { Language } from '../../../platform/languages.js';
import { saidIn, type Sentences } from '../../../platform/remarks.js';
import { sayProblem } from '../archive/archive-problems.de.js';
import type { ArchiveProblem } from '../archive/read-package.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { de as remarks } from '../material/remarks.de.js';
import type { ImportView } from './import.dto.js';

/** What is kept of a report is English. */
const REMARKS: Readonly<Record<Exclude<Language, 'en'>, Sentences>> = { de: remarks };
const PROBLEMS: Readonly<Record<Exclude<Language, 'en'>, (problem: ArchiveProblem) => string>> = { de: sayProblem };

export function presentImport({ id, state, report, outcome, createdAt }: ImportRun, language: Language): ImportView {
  const courseIds = new Map(outcome?.courses.map(({ key, courseId }) => [key, courseId]));
  return {
    id,
    state,
    archive: (report?.archive ?? []).map((problem) => ({
      code: problem.code,
      entry: problem.entry,
      detail: language === 'en' ? problem.detail : PROBLEMS[language](problem),
    })),
    lines: (report?.lines ?? []).map(({ remark, detail, ...line }) => ({
      ...line,
      detail: saidIn(language, REMARKS, { detail, remark }),
    })),
    courses: (report?.courses ?? []).map((course) => ({ ...course, courseId: courseIds.get(course.key) ?? null })),
    microCredential: report?.microCredential ?? null,
    microCredentialId: outcome?.microCredentialId ?? null,
    createdAt: createdAt.toISOString(),
  };
}
