import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { queryClient } from '../../../api/queries';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { FileField } from '../../../ui/FileField';
import { Loaded } from '../../../ui/Loaded';
import { Card, EmptyState, Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { UploadList } from '../../../uploads/UploadList';
import { useUploads } from '../../../uploads/use-uploads';
import { importQuery, importsQuery } from '../queries';
import { ImportChip } from './ImportChip';
import { importUploads } from './import-uploads';

export const importsRoute = createLazyRoute('/studio/imports')({ component: ImportsScreen });

/** Packages of courses, looked through before anything is made of them. */
function ImportsScreen() {
  const { title, imports: texts } = useMessages('studio');
  const format = useFormat();
  const mayWrite = useRole('instructor', 'admin');
  const query = useQuery(importsQuery);
  return (
    <Page title={texts.title} crumbs={[{ label: title, to: '/studio' }]} lead={texts.lead}>
      {mayWrite && <Upload />}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>
          ) : (
            <Table
              caption={texts.title}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'what',
                  label: texts.package,
                  cell: ({ id, microCredential, courses }) => (
                    <Link to="/studio/imports/$importId" params={{ importId: id }}>
                      {microCredential ?? (courses.map((course) => course.title).join(', ') || texts.unreadable)}
                    </Link>
                  ),
                },
                { key: 'state', label: texts.state, cell: ({ state }) => <ImportChip state={state} /> },
                { key: 'when', label: texts.when, cell: ({ createdAt }) => format.dateTime(createdAt) },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Upload() {
  const { imports: texts } = useMessages('studio');
  const navigate = useNavigate();
  const running = useUploads(importUploads, (run) => {
    queryClient.setQueryData(importQuery(run.id).queryKey, run);
    void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
    void navigate({ to: '/studio/imports/$importId', params: { importId: run.id } });
  });
  return (
    <Card title={texts.upload}>
      <FileField
        label={texts.file}
        hint={texts.fileHint}
        accept=".zip,application/zip"
        onChoose={(file) => file && running.start([file])}
      />
      <UploadList uploads={running} />
    </Card>
  );
}
