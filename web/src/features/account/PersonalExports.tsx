import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { ExternalLinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Chip, type Tone } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Progress } from '../../ui/Progress';
import { tell } from '../../ui/toast';
import styles from './account.module.css';
import { Entries, Entry } from './Entry';
import { exportsQuery, type PersonalExport } from './queries';

const TONES: Record<PersonalExport['state'], Tone> = { making: 'plain', ready: 'good', failed: 'bad', expired: 'plain' };

/** All that is held about oneself, as an archive that is made in the background and kept for a week. */
export function PersonalExports({ institution }: { institution: string }) {
  const { privacy } = useMessages('account');
  const queries = useQueryClient();
  const query = useQuery(exportsQuery);
  const isMaking = query.data?.some(({ state }) => state === 'making') ?? false;
  const ask = useMutation({
    mutationFn: () => read(api.POST('/api/v1/me/exports')),
    onSettled: () => queries.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
  return (
    <Card title={privacy.title}>
      <div role="status" className={styles['told']}>
        <p>{privacy.lead(institution)}</p>
        {isMaking && <p>{privacy.collecting}</p>}
      </div>
      <Loaded query={query}>
        {(asked) =>
          asked.length === 0 ? (
            <p>{privacy.nothing}</p>
          ) : (
            <Entries>
              {asked.map((one) => (
                <ExportEntry key={one.id} asked={one} />
              ))}
            </Entries>
          )
        }
      </Loaded>
      {ask.error && <ProblemNotice problem={ask.error} />}
      {query.data && !isMaking && (
        <Actions>
          <Button look="primary" isPending={ask.isPending} onPress={() => ask.mutate()}>
            {privacy.collect}
          </Button>
        </Actions>
      )}
    </Card>
  );
}

function ExportEntry({ asked: { id, state, requestedAt, share, bytes, expiresAt } }: { asked: PersonalExport }) {
  const { privacy } = useMessages('account');
  const format = useFormat();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/exports/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      tell(privacy.removed);
      await queries.invalidateQueries({ queryKey: exportsQuery.queryKey });
    },
  });
  const when = format.dateTime(requestedAt);
  return (
    <Entry
      icon={<Archive aria-hidden />}
      name={<Chip tone={TONES[state]}>{privacy.states[state]}</Chip>}
      facts={[
        privacy.requested(when),
        ...(state === 'ready' && bytes !== null ? [format.bytes(bytes)] : []),
        ...(state === 'ready' && expiresAt ? [privacy.until(format.dateTime(expiresAt))] : []),
      ]}
      action={
        state === 'ready' && (
          <Actions>
            <ExternalLinkButton href={`/api/v1/me/exports/${id}/content`} aria-label={privacy.downloadOne(when)}>
              {privacy.download}
            </ExternalLinkButton>
            <Button
              look="quiet"
              aria-label={privacy.removeOne(when)}
              isPending={remove.isPending}
              onPress={() => remove.mutate()}
            >
              {privacy.remove}
            </Button>
          </Actions>
        )
      }
    >
      {state === 'making' && <Progress label={privacy.progress} share={share} />}
      {state === 'failed' && <p>{privacy.failed}</p>}
      {remove.error && <ProblemNotice problem={remove.error} />}
    </Entry>
  );
}
