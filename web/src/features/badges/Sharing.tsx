import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { NewShareLink } from './NewShareLink';
import { type Badge, type ShareLink, shareLinksQuery, viewsQuery } from './queries';
import { endOf, isOpen, viewsBy } from './sharing';
import styles from './badges.module.css';

/** The badge's own address, and links for single people. */
export function Sharing({ badge }: { badge: Badge }) {
  const { share } = useMessages('badges');
  const query = useQuery(shareLinksQuery(badge.id));
  const [now] = useState(() => new Date());
  return (
    <Card title={share.title}>
      {badge.visibility !== 'private' && (
        <CopyField label={share.address} hint={share.addressHint[badge.visibility]} value={badge.url} />
      )}
      <p>{share.lead}</p>
      <Loaded query={query}>
        {(links) =>
          links.length > 0 && (
            <ul className={styles['links']}>
              {links.map((link) => (
                <ShownLink key={link.id} badge={badge} link={link} now={now} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewShareLink badge={badge} />
    </Card>
  );
}

function ShownLink({ badge, link, now }: { badge: Badge; link: ShareLink; now: Date }) {
  const { share } = useMessages('badges');
  const format = useFormat();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const views = useQuery(viewsQuery(badge.id)).data;
  const times = views ? viewsBy(views, link.id) : 0;
  const end = useMutation({
    mutationFn: () =>
      read(api.DELETE('/api/v1/credentials/{id}/share-links/{linkId}', { params: { path: { id: badge.id, linkId: link.id } } })),
    onSuccess: async () => {
      setAsked(false);
      tell(share.ended);
      await queries.invalidateQueries({ queryKey: shareLinksQuery(badge.id).queryKey });
    },
  });
  const open = isOpen(link, now);
  const term = open ? share.until(format.date(link.expiresAt)) : share.over(format.date(endOf(link)));
  return (
    <li className={styles['link']} data-over={!open || undefined}>
      <span>
        {link.label}{' '}
        <span className={styles['quiet']}>
          {term} · {times > 0 ? share.opened(times) : share.notOpened}
        </span>
      </span>
      {open && (
        <Button aria-label={share.endOne(link.label)} onPress={() => setAsked(true)}>
          {share.end}
        </Button>
      )}
      <Question
        title={share.endTitle(link.label)}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={share.end}
        act={end}
        look="danger"
      >
        {share.endMeans}
      </Question>
    </li>
  );
}
