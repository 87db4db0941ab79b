import type { ImportProgress, ReportedImportRow } from '../data/enrollment-imports.repository.js';
import type { Language } from '../../../platform/languages.js';
import { IMPORT_ROW_STATES, type ImportRowState } from '../domain/import-row-state.js';
import { isRowRefusal, ROW_REFUSALS } from '../domain/row-refusal.js';
import { refusals, sayRow } from '../enrollment-rows.de.js';
import type { EnrollmentImportRowView, EnrollmentImportView } from './enrollment-import.dto.js';

/** What is kept of rows is English. */
const ROWS = { de: { sayRow, refusals } } satisfies Record<Exclude<Language, 'en'>, unknown>;

export function presentEnrollmentImport(file: ImportProgress): EnrollmentImportView {
  const { id, offeringId, fileName, uploadedAt, confirmedAt } = file;
  const counts = Object.fromEntries(IMPORT_ROW_STATES.map((state) => [state, file.counts[state] ?? 0])) as Record<
    ImportRowState,
    number
  >;
  return {
    id,
    state: confirmedAt === null ? 'checked' : counts.working > 0 ? 'running' : 'finished',
    offeringId,
    fileName,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    uploadedAt: uploadedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  };
}

export function presentEnrollmentImportRow(row: ReportedImportRow, language: Language): EnrollmentImportRowView {
  const { line, state, problems, wish, reason, enrollmentId } = row;
  return {
    line,
    state,
    problems: problems.map((problem) => ({
      field: problem.field,
      code: problem.code,
      detail: language === 'en' ? problem.detail : ROWS[language].sayRow(problem),
    })),
    email: wish?.email ?? null,
    name: wish?.name ?? null,
    offeringId: wish?.offeringId ?? null,
    reason:
      reason !== null && isRowRefusal(reason) ? (language === 'en' ? ROW_REFUSALS : ROWS[language].refusals)[reason] : reason,
    enrollmentId,
  };
}
