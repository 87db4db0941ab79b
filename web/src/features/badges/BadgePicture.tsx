import { Award } from 'lucide-react';
import { useState } from 'react';
import { localPicture } from './local-picture';
import type { Badge } from './queries';
import styles from './badges.module.css';

/** Beside the badge's name, so it says nothing more to those who do not see it. */
export function BadgePicture({ badge, size }: { badge: Badge; size: number }) {
  const [isMissing, setMissing] = useState(false);
  const source = localPicture(badge.says.imageUrl, location.origin);
  if (source === null || isMissing) return <Award aria-hidden width={size} height={size} className={styles['mark']} />;
  return <img src={source} alt="" width={size} height={size} className={styles['picture']} onError={() => setMissing(true)} />;
}
