import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Actions } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { KeepOffer } from '../keeping/KeepOffer';
import { BadgeName } from './BadgeName';
import { BadgeViews } from './BadgeViews';
import { BadgeVisibility } from './BadgeVisibility';
import { Evidence } from './Evidence';
import { type Badge, badgeQuery, newestFormQuery } from './queries';
import { Says } from './Says';
import { Sharing } from './Sharing';
import { TakeAlong } from './TakeAlong';
import styles from './badges.module.css';

export const badgeRoute = createLazyRoute('/badges/$badgeId')({ component: BadgeScreen });

function BadgeScreen() {
  const { badgeId } = badgeRoute.useParams();
  const { title } = useMessages('badges');
  const query = useQuery(badgeQuery(badgeId));
  return (
    <Page title={query.data?.name ?? title} crumbs={[{ label: title, to: '/badges' }]}>
      <Loaded query={query}>{(badge) => (badge.can.show ? <OwnBadge key={badge.id} badge={badge} /> : <NotYours />)}</Loaded>
    </Page>
  );
}

/** The office may read the credentials of others, but not here. */
function NotYours() {
  const { errors } = useMessages('common');
  return <Notice tone="warn">{errors.notFound}</Notice>;
}

function OwnBadge({ badge }: { badge: Badge }) {
  const isOver = badge.state === 'superseded';
  return (
    <>
      <KeepOffer />
      <StateNotice badge={badge} />
      <OtherAwards badge={badge} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Says badge={badge} />
          {!isOver && <Sharing badge={badge} />}
          {!isOver && <BadgeViews badge={badge} />}
        </div>
        {!isOver && (
          <div className={styles['column']}>
            <BadgeVisibility badge={badge} />
            <TakeAlong badge={badge} />
            <Evidence badge={badge} />
            <BadgeName badge={badge} />
          </div>
        )}
      </div>
    </>
  );
}

/** What the learner was awarded before and since of the same micro-credential. No badge says it, so it stands apart from what one says. */
function OtherAwards({ badge: { followsId, followedById } }: { badge: Badge }) {
  const { list, earlier, later } = useMessages('badges');
  const others = [
    [followedById, list.followed, later],
    [followsId, list.follows, earlier],
  ] as const;
  return others.map(
    ([badgeId, says, open]) =>
      badgeId && (
        <p key={badgeId} className={styles['quiet']}>
          {says}{' '}
          <Link to="/badges/$badgeId" params={{ badgeId }}>
            {open}
          </Link>
        </p>
      ),
  );
}

function StateNotice({ badge: { state, url } }: { badge: Badge }) {
  const { states, stateMeans, newest } = useMessages('badges');
  const newestForm = useQuery({ ...newestFormQuery(url), enabled: state === 'superseded' }).data;
  if (state === 'issued') return null;
  return (
    <Notice tone={state === 'superseded' || state === 'expired' ? 'plain' : 'warn'} title={states[state]}>
      <p>{stateMeans[state]}</p>
      {newestForm && (
        <Actions>
          <LinkButton to="/badges/$badgeId" params={{ badgeId: newestForm.id }}>
            {newest}
          </LinkButton>
        </Actions>
      )}
    </Notice>
  );
}
