import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { erasureQuery } from '../api/queries';
import { useMessages } from '../i18n';
import { useFormat } from '../i18n/format';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { useSession } from './session';
import styles from './Shell.module.css';

const PRIVACY = '/account/privacy';

/**
 * Whoever is to be erased is told wherever they are, and how to stay: it may not have been they who asked. An account is none of a
 * platform's business, though.
 */
export function ErasureNotice() {
  const { erasing } = useMessages('common');
  const { institution, byLms } = useSession();
  const format = useFormat();
  const { pathname } = useLocation();
  const { data } = useQuery({ ...erasureQuery, enabled: institution !== null && !byLms });
  const erasure = data?.erasure;
  if (erasure?.state !== 'waiting' || pathname.endsWith(PRIVACY)) return null;
  return (
    <aside className={styles['notice']} aria-label={erasing.label}>
      <Notice tone="warn">
        <p>{erasing.text(format.date(erasure.dueAt))}</p>
        <div>
          <LinkButton to={PRIVACY}>{erasing.action}</LinkButton>
        </div>
      </Notice>
    </aside>
  );
}
