import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Chip, type Tone } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { type Column, Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import { type Platform, platformsQuery } from './queries';

type Deployment = View<'LtiDeploymentView'>;
type Decision = View<'LtiDeploymentDecisionDto'>['decision'];

const TONES: Record<Deployment['state'], Tone> = { pending: 'warn', approved: 'good', refused: 'plain' };

/** Where the LMS has put Cairn, and what may come in from there. */
export function Deployments({ platform: { id, deployments } }: { platform: Platform }) {
  const { one } = useMessages('platforms');
  return (
    <Card title={one.deployments}>
      <p>{one.deploymentsLead}</p>
      {deployments.length === 0 ? <p>{one.noDeployments}</p> : <Known platformId={id} rows={deployments} />}
      <AddDeployment platformId={id} />
    </Card>
  );
}

function Known({ platformId, rows }: { platformId: string; rows: readonly Deployment[] }) {
  const messages = useMessages('platforms');
  const { one } = messages;
  const format = useFormat();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ deployment, decision }: { deployment: string; decision: Decision }) =>
      read(
        api.PUT('/api/v1/lti/platforms/{id}/deployments/{deployment}/decision', {
          params: { path: { id: platformId, deployment } },
          body: { decision },
        }),
      ),
    onSuccess: async (_, { decision }) => {
      tell(one[decision]);
      await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
    },
  });
  const act = (deployment: string, decision: Decision) => () => decide.mutate({ deployment, decision });
  const columns: Column<Deployment>[] = [
    { key: 'id', label: one.deployment, cell: ({ deploymentId }) => <code>{deploymentId}</code> },
    {
      key: 'state',
      label: messages.state,
      cell: ({ state }) => <Chip tone={TONES[state]}>{one.deploymentStates[state]}</Chip>,
    },
    { key: 'courses', label: messages.courses, isNumber: true, cell: ({ courses }) => format.number(courses) },
    {
      key: 'last',
      label: messages.lastLaunch,
      cell: ({ lastLaunchAt }) => (lastLaunchAt ? format.dateTime(lastLaunchAt) : messages.never),
    },
    {
      key: 'decide',
      label: one.decide,
      cell: ({ id, deploymentId, state }) => (
        <Actions>
          {state !== 'approved' && (
            <Button aria-label={one.approveOne(deploymentId)} onPress={act(id, 'approved')}>
              {one.approve}
            </Button>
          )}
          {state !== 'refused' && (
            <Button look="quiet" aria-label={one.refuseOne(deploymentId)} onPress={act(id, 'refused')}>
              {one.refuse}
            </Button>
          )}
        </Actions>
      ),
    },
  ];
  return (
    <>
      {decide.error && <ProblemNotice problem={decide.error} />}
      <Table caption={one.deployments} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  );
}

function AddDeployment({ platformId }: { platformId: string }) {
  const { one } = useMessages('platforms');
  const queries = useQueryClient();
  const [header, setHeader] = useState(newIdempotencyKey);
  const kept = useKept(`platform.${platformId}.deployment`, '');
  const add = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/lti/platforms/{id}/deployments', {
          params: { path: { id: platformId }, header },
          body: { deploymentId: kept.value },
        }),
      ),
    onSuccess: async () => {
      kept.forget('');
      setHeader(newIdempotencyKey());
      tell(one.deploymentAdded);
      await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
    },
  });
  return (
    <Form problem={add.error} onSubmit={() => add.mutate()}>
      <TextField
        label={one.addDeployment}
        hint={one.addDeploymentHint}
        name="deploymentId"
        maxLength={255}
        value={kept.value}
        onChange={kept.set}
      />
      <Actions>
        <Button type="submit" isPending={add.isPending} isDisabled={kept.value.trim() === ''}>
          {one.addIt}
        </Button>
      </Actions>
    </Form>
  );
}
