import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Progress } from '../../../ui/Progress';
import { FileRows } from './FileRows';
import { fileQuery } from './queries';
import { type FileOfPeople, ROW_STATES, workOf } from './row-states';

export const fileRoute = createLazyRoute('/enrollment-imports/$importId')({ component: FileScreen });

/** The report of a file of people; from here it is confirmed, and here one sees how far it has come. */
function FileScreen() {
  const { importId } = fileRoute.useParams();
  const { file: texts } = useMessages('enrollment');
  const { offerings } = useMessages('office');
  const query = useQuery(fileQuery(importId));
  return (
    <Page
      title={query.data?.fileName ?? texts.title}
      crumbs={[
        { label: offerings.title, to: '/offerings' },
        { label: texts.title, to: '/enrollment-imports' },
      ]}
    >
      <Loaded query={query}>
        {(file) => (
          <>
            <Standing file={file} />
            <FileRows file={file} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ file }: { file: FileOfPeople }) {
  const { file: texts } = useMessages('enrollment');
  const format = useFormat();
  const { counts, state } = file;
  const { done, all } = workOf(file);
  const some = ROW_STATES.filter((one) => counts[one] > 0);
  return (
    <Card>
      <Facts facts={some.map((one) => [texts.rows.states[one], format.number(counts[one])] as const)} />
      {state === 'checked' && <Confirmation file={file} />}
      <div role="status">
        {state === 'running' && <p>{texts.running}</p>}
        {state === 'finished' && <p>{texts.finished}</p>}
      </div>
      {state !== 'checked' && (
        <Progress label={texts.progress} share={all === 0 ? 1 : done / all}>
          {texts.doneOf(format.number(done), format.number(all))}
        </Progress>
      )}
      {state === 'finished' && <Again offeringId={file.offeringId} />}
    </Card>
  );
}

function Confirmation({ file }: { file: FileOfPeople }) {
  const { file: texts } = useMessages('enrollment');
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      sendOnce(`file.${file.id}.confirmation`, (headers) =>
        read(
          api.POST('/api/v1/enrollment-imports/{id}/confirmation', {
            params: { path: { id: file.id } },
            body: { leaveOutBadRows: true },
            headers,
          }),
        ),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people-files'] });
      await queries.invalidateQueries({ queryKey: ['offerings'] });
    },
  });
  const { all } = workOf(file);
  const { bad } = file.counts;
  return (
    <>
      {confirm.error && <ProblemNotice problem={confirm.error} />}
      {bad > 0 && <Notice tone="warn">{texts.leaveOut(bad)}</Notice>}
      {all === 0 ? (
        <>
          <p>{texts.nothing}</p>
          <Again offeringId={file.offeringId} />
        </>
      ) : (
        <>
          <p>{texts.checked}</p>
          <p>{texts.confirmText}</p>
          <Actions>
            <Button look="primary" isPending={confirm.isPending} onPress={() => confirm.mutate()}>
              {texts.confirm(all)}
            </Button>
          </Actions>
        </>
      )}
    </>
  );
}

function Again({ offeringId }: Pick<FileOfPeople, 'offeringId'>) {
  const { file: texts } = useMessages('enrollment');
  return (
    <Actions>
      <LinkButton to="/enrollment-imports" search={offeringId ? { offeringId } : {}}>
        {texts.again}
      </LinkButton>
    </Actions>
  );
}
