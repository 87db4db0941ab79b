import { useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Chip } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { SecondLine } from '../../../ui/SecondLine';
import { Table } from '../../../ui/Table';
import { Button } from '../../../ui/Button';

type Line = Pick<View<'ImportLineView'>, 'severity' | 'file' | 'line'> & { what: string; more: string };
type Place = Pick<Line, 'file' | 'line'>;
type Severity = Line['severity'];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const TONES = { error: 'bad', warning: 'warn', info: 'plain' } as const;
const SHOWN_AT_ONCE = 50;

const byPlace = (one: Place, other: Place) => one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0);

/** What was found while reading it, worst first, and then as it is read. */
export function ImportReport({ run }: { run: View<'ImportView'> }) {
  const { imports: texts } = useMessages('studio');
  const { more: showMore } = useMessages('common');
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const lines: Line[] = [
    ...run.archive.map(({ entry, detail }) => ({
      severity: 'error' as const,
      file: entry ?? '',
      line: null,
      what: detail,
      more: '',
    })),
    ...SEVERITIES.flatMap((each) => run.lines.filter((line) => line.severity === each).toSorted(byPlace)).map(
      ({ code, detail, ...line }) => ({ ...line, what: texts.codes[code], more: detail }),
    ),
  ];
  if (lines.length === 0) return <p>{texts.nothingFound}</p>;
  const chosen = severity === 'all' ? lines : lines.filter((line) => line.severity === severity);
  return (
    <Card title={texts.report(lines.length)}>
      <Select
        label={texts.show}
        value={severity}
        choices={[{ value: 'all', label: texts.all }, ...SEVERITIES.map((value) => ({ value, label: texts.severities[value] }))]}
        onChange={setSeverity}
      />
      <Table
        caption={texts.report(chosen.length)}
        rows={chosen.slice(0, most).map((line, index) => ({ ...line, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'where',
            label: texts.where,
            cell: ({ file, line }) => (
              <>
                {file}
                {line !== null && <SecondLine>{texts.line(line)}</SecondLine>}
              </>
            ),
          },
          {
            key: 'severity',
            label: texts.state,
            cell: (line) => <Chip tone={TONES[line.severity]}>{texts.severities[line.severity]}</Chip>,
          },
          {
            key: 'what',
            label: texts.what,
            cell: ({ what, more }) => (
              <>
                {what}
                {more !== '' && <SecondLine>{more}</SecondLine>}
              </>
            ),
          },
        ]}
      />
      {chosen.length > most && (
        <div>
          <Button onPress={() => setMost(most + SHOWN_AT_ONCE)}>{showMore}</Button>
        </div>
      )}
    </Card>
  );
}
