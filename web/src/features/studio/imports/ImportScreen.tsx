import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, read, type View } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Table } from '../../../ui/Table';
import { tell } from '../../../ui/toast';
import { importQuery, importsQuery } from '../queries';
import { ImportChip } from './ImportChip';
import { ImportReport } from './ImportReport';

export const importRoute = createLazyRoute('/studio/imports/$importId')({ component: ImportScreen });

type Import = View<'ImportView'>;

function ImportScreen() {
  const { importId } = importRoute.useParams();
  const { title, imports: texts } = useMessages('studio');
  const query = useQuery(importQuery(importId));
  const run = query.data;
  return (
    <Page
      title={run?.microCredential ?? run?.courses[0]?.title ?? texts.one}
      crumbs={[
        { label: title, to: '/studio' },
        { label: texts.title, to: '/studio/imports' },
      ]}
      actions={run && <ImportChip state={run.state} />}
    >
      <Loaded query={query}>
        {(found) => (
          <>
            <Outcome run={found} />
            <Courses run={found} />
            <ImportReport run={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What can be done with it, or was. */
function Outcome({ run }: { run: Import }) {
  const { imports: texts } = useMessages('studio');
  const mayWrite = useRole('instructor', 'admin');
  const apply = useMutation({
    mutationFn: () => read(api.POST('/api/v1/imports/{id}/application', { params: { path: { id: run.id } } })),
    onSuccess: (applied) => {
      queryClient.setQueryData(importQuery(run.id).queryKey, applied);
      for (const queryKey of [['micro-credentials'], ['courses']]) void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
      tell(texts.applied(applied.courses.length));
    },
  });
  if (run.state === 'refused')
    return (
      <Notice tone="bad" title={texts.refused}>
        {texts.refusedHint}
      </Notice>
    );
  if (run.state === 'applied')
    return (
      <Notice tone="good" title={texts.applied(run.courses.length)}>
        {run.microCredentialId ? (
          <div>
            <LinkButton look="primary" to="/studio/$microCredentialId" params={{ microCredentialId: run.microCredentialId }}>
              {texts.open}
            </LinkButton>
          </div>
        ) : (
          <p>{texts.appliedHint}</p>
        )}
      </Notice>
    );
  if (run.state !== 'checked' || !mayWrite) return null;
  return (
    <Card title={texts.checked}>
      {apply.error && <ProblemNotice problem={apply.error} />}
      <p>{texts.checkedHint}</p>
      <div>
        <Button look="primary" isPending={apply.isPending} onPress={() => apply.mutate()}>
          {texts.apply(run.courses.length)}
        </Button>
      </div>
    </Card>
  );
}

function Courses({ run }: { run: Import }) {
  const { imports: texts } = useMessages('studio');
  const format = useFormat();
  if (run.courses.length === 0) return null;
  return (
    <Card title={texts.courses}>
      <Table
        caption={texts.courses}
        rows={run.courses}
        rowKey={({ key }) => key}
        columns={[
          { key: 'title', label: texts.course, cell: (course) => course.title },
          { key: 'activities', label: texts.activities, isNumber: true, cell: (course) => format.number(course.activities) },
          { key: 'minutes', label: texts.time, isNumber: true, cell: (course) => format.minutes(course.minutes) },
        ]}
      />
    </Card>
  );
}
