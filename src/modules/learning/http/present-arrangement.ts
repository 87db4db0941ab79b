import type { Arrangement } from '../data/arrangements.repository.js';
import type { ArrangementView } from './arrangements.dto.js';

export function presentArrangement({ at, dueAt, ...arrangement }: Arrangement): ArrangementView {
  return { ...arrangement, at: at.toISOString(), dueAt: dueAt?.toISOString() ?? null };
}
