import { Link } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip } from '../../../ui/Notice';
import { Progress } from '../../../ui/Progress';
import { Table } from '../../../ui/Table';
import { most, shownStations, type Station, stationName } from './stations';

interface StationsProps {
  whereabouts: View<'WhereaboutsView'>;
  microCredentialId: string;
  run: string;
}

/** The way from the first activity to the badge, with how many stand where and for how long. */
export function Stations({ whereabouts: { stations, learners }, microCredentialId, run }: StationsProps) {
  const { learners: texts } = useMessages('studio');
  const format = useFormat();
  const shown = shownStations(stations);
  const crowded = most(shown);
  const here = (station: Station) => {
    if (station.learners === 0) return format.number(0);
    const search = { run, at: station.kind, ...(station.activityId ? { activity: station.activityId } : {}) };
    return (
      <Link
        to="/studio/$microCredentialId/learners"
        params={{ microCredentialId }}
        search={search}
        resetScroll={false}
        activeOptions={{ includeSearch: true }}
        aria-label={texts.show(station.learners, stationName(station, texts))}
      >
        {format.number(station.learners)}
      </Link>
    );
  };
  return (
    <Table
      caption={texts.title(learners)}
      rows={shown}
      rowKey={({ kind, activityId }) => activityId ?? kind}
      columns={[
        {
          key: 'what',
          label: texts.station,
          cell: (station) => (
            <>
              {stationName(station, texts)} {station === crowded && <Chip tone="warn">{texts.crowded}</Chip>}
            </>
          ),
        },
        { key: 'here', label: texts.here, isNumber: true, cell: here },
        {
          key: 'median',
          label: texts.since,
          isNumber: true,
          cell: ({ kind, medianDays, longestDays }) =>
            medianDays === null || longestDays === null || kind === 'passed'
              ? '–'
              : texts.days(format.number(medianDays), format.number(longestDays)),
        },
        { key: 'course', label: texts.course, cell: ({ courseTitle }) => courseTitle ?? '–' },
        {
          key: 'done',
          label: texts.behind,
          cell: (station) =>
            station.completed === null ? (
              '–'
            ) : (
              <Progress label={texts.behindOf(stationName(station, texts))} share={station.completed / learners}>
                {texts.of(format.number(station.completed), format.number(learners))}
              </Progress>
            ),
        },
      ]}
    />
  );
}
