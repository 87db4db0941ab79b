import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { unreadQuery } from '../features/notices/queries';
import { useMessages } from '../i18n';
import { useFormat } from '../i18n/format';
import styles from './Shell.module.css';

const MOST = 99;

/** The way to what one was told, and how much of it is new. Nobody is disturbed when that cannot be asked. */
export function Bell() {
  const { notifications } = useMessages('common');
  const format = useFormat();
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <Link to="/notifications" className={styles['bell']} aria-label={notifications(unread)}>
      <BellIcon aria-hidden />
      {unread > 0 && <span aria-hidden>{unread > MOST ? `${format.number(MOST)}+` : format.number(unread)}</span>}
    </Link>
  );
}
