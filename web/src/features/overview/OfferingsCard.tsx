import { Link } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Card } from '../../ui/Page';
import { SecondLine } from '../../ui/SecondLine';
import { Table } from '../../ui/Table';
import { barsOf } from './bars';
import styles from './overview.module.css';
import { countOf, GROUPS, type OverviewSearch } from './searches';

type Offering = View<'OfferingOverviewView'>;

const MOST_SHOWN = 10;

/** Offering by offering: a picture of those with the most learners, and the numbers of all. */
export function OfferingsCard({ offerings, search }: { offerings: readonly Offering[]; search: OverviewSearch }) {
  const { offerings: texts, groups } = useMessages('overview');
  const { offerings: names } = useMessages('office');
  const format = useFormat();
  if (offerings.length === 0) return <Card title={texts.title}>{texts.empty}</Card>;
  const { period } = search;
  return (
    <Card title={texts.title}>
      <OfferingBars offerings={offerings} />
      <Table
        caption={texts.table}
        rows={offerings}
        rowKey={({ offeringId }) => offeringId}
        columns={[
          {
            key: 'offering',
            label: names.columns.title,
            cell: ({ offeringId, title, microCredential }) => (
              <>
                <Link to="/offerings/$offeringId" params={{ offeringId }}>
                  {title}
                </Link>
                <SecondLine>{microCredential}</SecondLine>
              </>
            ),
          },
          ...GROUPS.map((group) => ({
            key: group,
            label: groups[group],
            isNumber: true,
            cell: (offering: Offering) => {
              const count = format.number(countOf(offering, group));
              return countOf(offering, group) === 0 ? (
                count
              ) : (
                <Link
                  to="/overview/learners"
                  search={{ ...(period ? { period } : {}), offeringId: offering.offeringId, group }}
                  aria-label={`${offering.title}, ${groups[group]}: ${count}`}
                >
                  {count}
                </Link>
              );
            },
          })),
        ]}
      />
    </Card>
  );
}

function OfferingBars({ offerings }: { offerings: readonly Offering[] }) {
  const { offerings: texts } = useMessages('overview');
  const format = useFormat();
  const shown = offerings.toSorted((a, b) => b.enrolled - a.enrolled).slice(0, MOST_SHOWN);
  const most = Math.max(...shown.map(({ enrolled, passed }) => Math.max(enrolled, passed)));
  if (most === 0) return null;
  const lines = shown.map(({ title, enrolled, passed }) => texts.line(title, format.number(enrolled), format.number(passed)));
  return (
    <figure className={styles['figure']}>
      <div className={styles['rows']} role="img" aria-label={texts.chart(lines.join(' '))}>
        {shown.map(({ offeringId, title, enrolled, passed }) => {
          const [all, done] = barsOf([enrolled, passed], most);
          return (
            <div key={offeringId} className={styles['row']}>
              <span>{title}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                <rect width={100 * (all?.share ?? 0)} height={10} className={styles['wash']} />
                <rect width={100 * (done?.share ?? 0)} height={10} className={styles['bar']} />
              </svg>
            </div>
          );
        })}
      </div>
      <figcaption className={styles['legend']}>
        <span className={styles['key']} data-kind="wash">
          {texts.enrolled}
        </span>
        <span className={styles['key']} data-kind="bar">
          {texts.passed}
        </span>
        {offerings.length > shown.length && <span>{texts.first(format.number(shown.length))}</span>}
      </figcaption>
    </figure>
  );
}
