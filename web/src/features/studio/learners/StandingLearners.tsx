import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Card } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { standingQuery } from '../queries';
import styles from './learners.module.css';
import { type Station, stationName } from './stations';

interface StandingLearnersProps {
  offeringId: string;
  at: Station['kind'];
  activityId: string | null;
  stations: readonly Station[];
}

/** Who stands at a station; who has done nothing for longest comes first. */
export function StandingLearners({ offeringId, at, activityId, stations }: StandingLearnersProps) {
  const { learners: texts } = useMessages('studio');
  const query = useInfiniteQuery(standingQuery(offeringId, at, activityId));
  const station = stations.find((one) => one.kind === at && one.activityId === activityId);
  const name = station ? stationName(station, texts) : '';
  const heading = useRef<HTMLDivElement>(null);
  // Whoever asked for the list wants to read it, wherever the link stands.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div ref={heading} tabIndex={-1} className={styles['list']}>
      <Card title={texts.who(name)}>
        <Loaded query={query}>
          {({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} caption={texts.who(name)} />}
        </Loaded>
        <MoreButton query={query} />
      </Card>
    </div>
  );
}

function Rows({ rows, caption }: { rows: readonly View<'StandingLearnerView'>[]; caption: string }) {
  const { learners: texts } = useMessages('studio');
  const format = useFormat();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ enrollmentId }) => enrollmentId}
      columns={[
        {
          key: 'name',
          label: texts.name,
          cell: ({ enrollmentId, personName }) => (
            <Link to="/learning/$enrollmentId" params={{ enrollmentId }}>
              {personName}
            </Link>
          ),
        },
        { key: 'last', label: texts.last, cell: ({ lastActivityAt }) => format.relative(lastActivityAt) },
      ]}
    />
  );
}
