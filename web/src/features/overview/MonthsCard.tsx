import { useQuery } from '@tanstack/react-query';
import type { View } from '../../api/client';
import { useLocale, useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Card } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { barsOf, peakOf } from './bars';
import styles from './overview.module.css';
import { zoneQuery } from './queries';

type Month = View<'MonthOverviewView'>;
const MEASURES = ['enrolled', 'submitted', 'passed', 'issued'] as const;

/** Month by month: a small picture of each measure, all to one scale, and the numbers. */
export function MonthsCard({ months }: { months: readonly Month[] }) {
  const { months: texts, groups } = useMessages('overview');
  const format = useFormat();
  const nameOf = useMonthName();
  const zone = useQuery(zoneQuery);
  if (months.length === 0) return <Card title={texts.title}>{texts.empty}</Card>;
  const most = Math.max(...months.flatMap((month) => MEASURES.map((measure) => month[measure])));
  return (
    <Card title={texts.title}>
      <div className={styles['pictures']}>
        {MEASURES.map((measure) => (
          <MonthBars
            key={measure}
            name={groups[measure]}
            months={months}
            values={months.map((month) => month[measure])}
            most={most}
          />
        ))}
      </div>
      {zone.data && <p className={styles['quiet']}>{texts.zone(zone.data)}</p>}
      <Table
        caption={texts.table}
        isCompared
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', label: texts.month, cell: ({ month }) => nameOf(month) },
          ...MEASURES.map((measure) => ({
            key: measure,
            label: groups[measure],
            isNumber: true,
            cell: (month: Month) => format.number(month[measure]),
          })),
        ]}
      />
    </Card>
  );
}

interface BarsProps {
  name: string;
  months: readonly Month[];
  values: readonly number[];
  /** Of all measures: pictures beside each other want one scale. */
  most: number;
}

const [STEP, WIDTH, HEIGHT] = [10, 7, 40];
// A year fills the room; a month or two would become walls, and below this their names do not fit.
const [MONTHS_THAT_FILL, LEAST_PERCENT] = [12, 70];

function MonthBars({ name, months, values, most }: BarsProps) {
  const { months: texts } = useMessages('overview');
  const format = useFormat();
  const nameOf = useMonthName();
  const peak = peakOf(values);
  const words =
    peak === null ? texts.none(name) : texts.chart(name, format.number(values[peak] ?? 0), nameOf(months[peak]?.month ?? ''));
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div className={styles['picture']} role="img" aria-label={words}>
      <p className={styles['name']}>{name}</p>
      <div style={{ width: `${Math.min(100, Math.max(LEAST_PERCENT, (100 * values.length) / MONTHS_THAT_FILL))}%` }}>
        <svg viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          <line x1={0} x2={values.length * STEP} y1={HEIGHT} y2={HEIGHT} className={styles['ground']} />
          {barsOf(values, most).map(({ share }, place) => (
            <rect
              key={months[place]?.month}
              x={place * STEP + (STEP - WIDTH) / 2}
              width={WIDTH}
              y={HEIGHT * (1 - share)}
              height={HEIGHT * share}
              className={styles['bar']}
            />
          ))}
        </svg>
        <p className={styles['ends']}>
          <span>{first && nameOf(first.month)}</span>
          {last && last !== first && <span>{nameOf(last.month)}</span>}
        </p>
      </div>
    </div>
  );
}

/** `2026-03` as “Mar 2026”. */
function useMonthName(): (month: string) => string {
  const locale = useLocale();
  const names = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (month) => (month === '' ? '' : names.format(new Date(`${month}-01T00:00:00Z`)));
}
