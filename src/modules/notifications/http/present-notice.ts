import type { ReadableNotice } from '../data/notices.repository.js';
import type { NoticeView } from './notices.dto.js';

export function presentNotice({ createdAt, readAt, ...notice }: ReadableNotice): NoticeView {
  return { ...notice, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null };
}
