import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { Chip } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { badgesQuery } from './queries';

/** The credential that the learner earned here. The list of credentials is the office's: others would be shown their own. */
export function BadgeCard({ enrollmentId }: { enrollmentId: string }) {
  const isOffice = useRole('office', 'admin');
  return isOffice ? <Badges enrollmentId={enrollmentId} /> : null;
}

function Badges({ enrollmentId }: { enrollmentId: string }) {
  const { badge: texts } = useMessages('enrollment');
  const format = useFormat();
  const query = useQuery(badgesQuery(enrollmentId));
  return (
    <Card title={texts.title}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <>
              {items.map(({ id, name, state, issuedAt }) => (
                <p key={id}>
                  <Link to="/credentials/$credentialId" params={{ credentialId: id }}>
                    {name}
                  </Link>{' '}
                  <Chip tone={state === 'issued' ? 'good' : 'plain'}>{texts.states[state]}</Chip>{' '}
                  {texts.issuedOn(format.date(issuedAt))}
                </p>
              ))}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
