import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { BadgePicture } from '../../badges/BadgePicture';
import { myBadgesQuery } from '../queries';
import shared from '../learning.module.css';
import styles from './home.module.css';

/** What was earned here; nothing while there is none. */
export function Badges() {
  const { home } = useMessages('learning');
  const format = useFormat();
  const { data: badges, error } = useQuery(myBadgesQuery);
  if (!badges) return error ? <ProblemNotice problem={error} /> : null;
  const shown = badges.filter(({ state }) => state === 'issued' || state === 'suspended');
  if (shown.length === 0) return null;
  return (
    <Card title={home.badges}>
      <ul className={styles['badges']}>
        {shown.map((badge) => (
          <li key={badge.id} className={styles['badge']}>
            <BadgePicture badge={badge} size={56} />
            <span>
              <Link to="/badges/$badgeId" params={{ badgeId: badge.id }}>
                {badge.name}
              </Link>
              <br />
              <span className={shared['quiet']}>{home.badgeOf(format.date(badge.awardedAt))}</span>{' '}
              {badge.state === 'suspended' && <Chip tone="warn">{home.badgeHeld}</Chip>}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/badges">{home.allBadges}</Link>
      </p>
    </Card>
  );
}
