export type ExportState = 'making' | 'ready' | 'failed' | 'expired';

const HOUR_MS = 3_600_000;
/** Longer than any making takes; after it, another one may be asked for. */
export const MAKING_MS = HOUR_MS;
export const KEPT_MS = 7 * 24 * HOUR_MS;

export function exportState({ fileId, expiresAt }: { fileId: string | null; expiresAt: Date }, now: Date): ExportState {
  const isOver = expiresAt <= now;
  if (fileId === null) return isOver ? 'failed' : 'making';
  return isOver ? 'expired' : 'ready';
}
