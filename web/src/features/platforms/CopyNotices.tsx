import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Chip, type Tone } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { type Column, Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import { type Platform, platformsQuery } from './queries';

type Notices = View<'LtiNoticesView'>;
type Asked = View<'LtiDeploymentView'> & { notices: Notices };

type Messages = ReturnType<typeof useMessages<'platforms'>>['copyNotices'];

const TONES: Record<Notices['state'], Tone> = { asked: 'plain', taken: 'good', refused: 'warn', given_up: 'warn' };

/** Whether an LMS tells of copied courses, and what it said when it was asked to. Nothing for one that does not offer it. */
export function CopyNotices({ platform: { id, state, deployments } }: { platform: Platform }) {
  const { copyNotices: messages } = useMessages('platforms');
  const queries = useQueryClient();
  const rows = deployments.filter((one): one is Asked => one.notices !== null);
  const ask = useMutation({
    mutationFn: (deployment: string) =>
      read(
        api.POST('/api/v1/lti/platforms/{id}/deployments/{deployment}/notice-requests', {
          params: { path: { id, deployment } },
        }),
      ),
    onSuccess: async () => {
      tell(messages.asked);
      await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
    },
  });
  if (rows.length === 0) return null;
  const columns: Column<Asked>[] = [
    { key: 'deployment', label: messages.deployment, cell: ({ deploymentId }) => <code>{deploymentId}</code> },
    {
      key: 'state',
      label: messages.state,
      cell: ({ notices }) => <Chip tone={TONES[notices.state]}>{messages.states[notices.state]}</Chip>,
    },
    { key: 'answer', label: messages.answer, cell: ({ notices }) => <Answer notices={notices} /> },
    {
      key: 'act',
      label: messages.act,
      cell: (deployment) => {
        if (state !== 'active' || deployment.state !== 'approved' || !canBeAskedAgain(deployment.notices)) return null;
        return (
          <Button
            look="quiet"
            aria-label={messages.againOne(deployment.deploymentId)}
            isPending={ask.isPending && ask.variables === deployment.id}
            onPress={() => ask.mutate(deployment.id)}
          >
            {messages.again}
          </Button>
        );
      },
    },
  ];
  return (
    <Card title={messages.title}>
      <p>{messages.lead}</p>
      {ask.error && <ProblemNotice problem={ask.error} />}
      <Table caption={messages.title} columns={columns} rows={rows} rowKey={({ id: deployment }) => deployment} />
    </Card>
  );
}

/** Something came of it, and it is not what was asked for. */
function canBeAskedAgain({ state, problem }: Notices): boolean {
  return state === 'given_up' || problem !== null;
}

function Answer({ notices }: { notices: Notices }) {
  const { copyNotices: messages } = useMessages('platforms');
  const format = useFormat();
  const { triedAt } = notices;
  return (
    <>
      <p>{answerOf(notices, messages)}</p>
      {triedAt !== null && <p>{messages.triedAt(format.dateTime(triedAt))}</p>}
    </>
  );
}

function answerOf({ state, problem }: Notices, messages: Messages): string {
  if (state === 'taken') return messages.none;
  if (problem === null) return state === 'given_up' ? messages.gaveUpUnheard : messages.notYet;
  const said = messages.problems[problem];
  if (state === 'refused') return said;
  return `${said} ${state === 'given_up' ? messages.gaveUp : messages.goesOn}`;
}
