import type { Language } from '../../../platform/languages.js';
import type { HistoricProgress } from '../data/historic-imports.repository.js';
import { sayRow } from '../historic-rows.de.js';
import type { AddressedRow } from '../use-cases/historic/read-historic-imports.js';
import type { HistoricImportView, HistoricRowView } from './historic-import.dto.js';

export function presentHistoricImport(file: HistoricProgress): HistoricImportView {
  const { id, fileName, fileSha256, uploadedAt, confirmedAt, letters, bad, waiting, issuing, issued, held, withheld } = file;
  return {
    id,
    state: confirmedAt === null ? 'checked' : waiting + issuing > 0 ? 'running' : 'finished',
    fileName,
    fileSha256,
    total: bad + waiting + issuing + issued + held + withheld,
    counts: { bad, waiting, issuing, issued, held, withheld },
    uploadedAt: uploadedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    letters,
  };
}

/** What is kept of rows is English. */
const ROWS = { de: { sayRow } } satisfies Record<Exclude<Language, 'en'>, unknown>;

export function presentHistoricRow(row: AddressedRow, language: Language): HistoricRowView {
  const { line, state, problems, award, reason, credentialId, url, credentialState } = row;
  return {
    line,
    state,
    problems: problems.map((problem) => ({
      field: problem.field,
      code: problem.code,
      detail: language === 'en' ? problem.detail : ROWS[language].sayRow(problem),
    })),
    email: award?.email ?? null,
    editionId: award?.editionId ?? null,
    awardedOn: award?.awardedOn ?? null,
    reference: award?.reference ?? null,
    reason,
    credential: credentialId && url && credentialState ? { id: credentialId, url, state: credentialState } : null,
  };
}
