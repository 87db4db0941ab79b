import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Actions } from '../../ui/Form';
import { ExternalLinkButton, LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { MoreButton } from '../../ui/MoreButton';
import { EmptyState, Page } from '../../ui/Page';
import { KeepOffer } from '../keeping/KeepOffer';
import { BadgePicture } from './BadgePicture';
import { type Badge, badgesQuery } from './queries';
import { StateChip } from './StateChip';
import styles from './badges.module.css';

export const badgesRoute = createLazyRoute('/badges')({ component: BadgesScreen });

function BadgesScreen() {
  const { title, lead, portfolio } = useMessages('badges');
  const query = useInfiniteQuery(badgesQuery);
  return (
    <Page title={title} lead={lead} actions={<LinkButton to="/portfolio">{portfolio}</LinkButton>}>
      <KeepOffer />
      <Loaded query={query}>
        {({ pages }) => {
          const badges = pages.flatMap(({ items }) => items);
          return badges.length === 0 ? <NoBadge /> : <BadgeGrid badges={badges} />;
        }}
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}

function BadgeGrid({ badges }: { badges: readonly Badge[] }) {
  const { list, visibility } = useMessages('badges');
  const format = useFormat();
  return (
    <ul className={styles['grid']}>
      {badges.map((badge) => (
        <li key={badge.id} className={styles['tile']}>
          <BadgePicture badge={badge} size={96} />
          <div className={styles['words']}>
            <h2>
              <Link to="/badges/$badgeId" params={{ badgeId: badge.id }}>
                {badge.name}
              </Link>
            </h2>
            <p className={styles['quiet']}>{badge.says.issuer}</p>
            <p className={styles['quiet']}>{list.earned(format.date(badge.awardedAt))}</p>
            <p className={styles['quiet']}>
              {visibility.title}: {visibility.short[badge.visibility]}
            </p>
            {badge.followsId && <p className={styles['quiet']}>{list.follows}</p>}
            {badge.followedById && <p className={styles['quiet']}>{list.followed}</p>}
            {badge.state !== 'issued' && <StateChip state={badge.state} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function NoBadge() {
  const { list } = useMessages('badges');
  return (
    <EmptyState
      title={list.empty}
      action={
        <Actions>
          <LinkButton to="/" look="primary">
            {list.toLearning}
          </LinkButton>
          <ExternalLinkButton href="/">{list.catalogue}</ExternalLinkButton>
        </Actions>
      }
    >
      {list.emptyText}
    </EmptyState>
  );
}
