import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { type Badge, correctionsQuery } from './queries';
import styles from './badges.module.css';

/** Only a name that the badge shows can be wrong; the office puts it right. */
export function BadgeName({ badge }: { badge: Badge }) {
  const { name: texts } = useMessages('badges');
  const query = useQuery({ ...correctionsQuery(badge.id), enabled: badge.says.shownName !== null });
  if (badge.says.shownName === null) return null;
  return (
    <Card title={texts.title}>
      <p>{texts.shown(badge.says.shownName)}</p>
      <Loaded query={query}>
        {(requests) => (
          <>
            {requests.map((request) => (
              <Request key={request.id} request={request} />
            ))}
            {badge.can.requestCorrection && requests.every(({ state }) => state !== 'open') && <Ask badge={badge} />}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Request({ request: { name, state, note, requestedAt, decidedAt } }: { request: View<'CorrectionRequestView'> }) {
  const { name: texts } = useMessages('badges');
  const format = useFormat();
  return (
    <div>
      <p>
        {texts[state](name)} <span className={styles['quiet']}>{format.date(decidedAt ?? requestedAt)}</span>
      </p>
      {note && (
        <p className={styles['quiet']}>
          {texts.answer}: {note}
        </p>
      )}
    </div>
  );
}

function Ask({ badge }: { badge: Badge }) {
  const { name: texts } = useMessages('badges');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const form = `badge.${badge.id}.name`;
  const kept = useKept(form, { name: '', reason: '' });
  const [isAsking, setAsking] = useState(kept.restored);
  const ask = useMutation({
    mutationFn: () => {
      const params = { path: { id: badge.id } };
      return sendOnce(form, (headers) =>
        read(api.POST('/api/v1/credentials/{id}/correction-requests', { params, headers, body: kept.value })),
      );
    },
    onSuccess: async () => {
      kept.forget({ name: '', reason: '' });
      tell(texts.asked);
      await queries.invalidateQueries({ queryKey: correctionsQuery(badge.id).queryKey });
    },
  });
  if (!isAsking)
    return (
      <Actions>
        <Button onPress={() => setAsking(true)}>{texts.ask}</Button>
      </Actions>
    );
  const set = (change: Partial<typeof kept.value>) => kept.set({ ...kept.value, ...change });
  return (
    <Form problem={ask.error} onSubmit={() => ask.mutate()}>
      <TextField
        label={texts.wish}
        name="name"
        required
        maxLength={200}
        autoComplete="name"
        value={kept.value.name}
        onChange={(name) => set({ name })}
      />
      <TextArea
        label={texts.reason}
        hint={texts.reasonHint}
        isOptional
        name="reason"
        rows={2}
        maxLength={2_000}
        value={kept.value.reason}
        onChange={(reason) => set({ reason })}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={ask.isPending}>
          {texts.ask}
        </Button>
        <Button
          onPress={() => {
            kept.forget({ name: '', reason: '' });
            setAsking(false);
          }}
        >
          {cancel}
        </Button>
      </Actions>
    </Form>
  );
}
