import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { type Badge, shareLinksQuery, viewsQuery } from './queries';
import { viewsBy } from './sharing';
import styles from './badges.module.css';

/** Counted by day and by way; of whoever looked, nothing is known. */
export function BadgeViews({ badge }: { badge: Badge }) {
  const { views: texts } = useMessages('badges');
  const format = useFormat();
  const links = useQuery(shareLinksQuery(badge.id)).data ?? [];
  const wayOf = (way: string) => {
    if (way === 'page') return texts.byPage;
    const link = links.find(({ id }) => id === way);
    return link ? texts.by(link.label) : texts.gone;
  };
  return (
    <Card title={texts.title}>
      <p className={styles['quiet']}>{texts.lead}</p>
      <Loaded query={useQuery(viewsQuery(badge.id))}>
        {(views) =>
          views.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <>
              <p>{texts.total(viewsBy(views))}</p>
              <details>
                <summary>{texts.byDay}</summary>
                <Table
                  caption={texts.byDay}
                  columns={[
                    // A day of the server's, in no time zone: noon is that day everywhere but on a few islands.
                    { key: 'day', label: texts.day, cell: ({ day }) => format.date(`${day}T12:00:00Z`) },
                    { key: 'way', label: texts.way, cell: ({ way }) => wayOf(way) },
                    { key: 'times', label: texts.times, isNumber: true, cell: ({ views: times }) => format.number(times) },
                  ]}
                  rows={views}
                  rowKey={({ day, way }) => `${day} ${way}`}
                />
              </details>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
