import { FileText, ListChecks, type LucideIcon, Paperclip, Video } from 'lucide-react';
import type { ActivitySummary } from '../queries';
import styles from './outline.module.css';

const ICONS: Record<ActivitySummary['kind'], LucideIcon> = { page: FileText, video: Video, file: Paperclip, quiz: ListChecks };

/** Beside words that say the same. */
export function KindIcon({ kind }: { kind: ActivitySummary['kind'] }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={styles['kind']} />;
}
