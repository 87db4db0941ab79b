import type { ShownExport } from '../use-cases/own-personal-exports.js';
import type { PersonalExportView } from './personal-export.dto.js';

export function presentPersonalExport({ export: one, state, bytes }: ShownExport): PersonalExportView {
  const { id, requestedAt, steps, stepsDone, fileId, expiresAt } = one;
  return {
    id,
    state,
    requestedAt: requestedAt.toISOString(),
    share: fileId === null ? (steps ? Math.min(1, stepsDone / steps) : 0) : 1,
    bytes,
    expiresAt: fileId === null ? null : expiresAt.toISOString(),
  };
}
