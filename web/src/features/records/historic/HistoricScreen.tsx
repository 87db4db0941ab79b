import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip } from '../../../ui/Notice';
import { Card, EmptyState, Page } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import { CredentialTabs } from '../CredentialTabs';
import { OfficeOnly } from '../OfficeOnly';
import styles from '../records.module.css';
import { type HistoricImport, importsQuery } from './queries';
import { UploadAwards } from './UploadAwards';

export const historicRoute = createLazyRoute('/credentials/historic')({ component: HistoricScreen });

function HistoricScreen() {
  const { historic } = useMessages('awards');
  const { credentials } = useMessages('records');
  return (
    <OfficeOnly title={historic.title}>
      <Page title={historic.title} crumbs={[{ label: credentials.title, to: '/credentials' }]} lead={historic.lead}>
        <CredentialTabs />
        <Card title={historic.upload}>
          <UploadAwards />
          <details className={styles['definitions']}>
            <summary>{historic.columnsTitle}</summary>
            <p>{historic.fileRules}</p>
            <dl>
              {historic.columns.map(([name, meaning]) => (
                <div key={name}>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Card>
        <Files />
      </Page>
    </OfficeOnly>
  );
}

function Files() {
  const { historic } = useMessages('awards');
  const format = useFormat();
  const query = useInfiniteQuery(importsQuery);
  const columns: Column<HistoricImport>[] = [
    { key: 'file', label: historic.file, cell: showFile },
    { key: 'uploaded', label: historic.uploaded, cell: ({ uploadedAt }) => format.dateTime(uploadedAt) },
    {
      key: 'state',
      label: historic.state,
      cell: ({ state }) => <Chip tone={state === 'finished' ? 'good' : 'plain'}>{historic.states[state]}</Chip>,
    },
    { key: 'total', label: historic.rows, cell: ({ total }) => format.number(total), isNumber: true },
    { key: 'bad', label: historic.bad, cell: ({ counts }) => format.number(counts.bad), isNumber: true },
    { key: 'issued', label: historic.issued, cell: ({ counts }) => format.number(counts.issued), isNumber: true },
  ];
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={historic.empty}>{historic.emptyHelp}</EmptyState>;
          return <Table caption={historic.files} columns={columns} rows={rows} rowKey={({ id }) => id} />;
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

function showFile({ id, fileName }: HistoricImport) {
  return (
    <Link to="/credentials/historic/$importId" params={{ importId: id }}>
      {fileName}
    </Link>
  );
}
