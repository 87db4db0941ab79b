import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import styles from './account.module.css';

/** Another address counts once somebody has opened the link that is sent there. */
export function EmailForm({ person }: { person: View<'PersonView'> }) {
  const { email: texts } = useMessages('account');
  const queries = useQueryClient();
  const { value: email, set: setEmail, forget } = useKept(`account.${person.id}.email`, '');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: () => read(api.PUT('/api/v1/me/email', { body: { email, ...(person.hasPassword ? { password } : {}) } })),
    onSuccess: async ({ confirmed }) => {
      setPassword('');
      forget('');
      setSentTo(confirmed ? null : email);
      if (!confirmed) return;
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      tell(texts.confirmed);
    },
  });
  return (
    <Card title={texts.title}>
      <div role="status" className={styles['told']}>
        <p>{person.email === null ? texts.none : texts.now(person.email)}</p>
        {sentTo && (
          <Notice tone="good" title={texts.sentTitle}>
            <p>{texts.sent(sentTo)}</p>
          </Notice>
        )}
      </div>
      <Form problem={change.error} onSubmit={() => change.mutate()}>
        <TextField
          label={texts.address}
          name="email"
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={setEmail}
        />
        {person.hasPassword && (
          <TextField
            label={texts.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
          />
        )}
        <Actions>
          <Button type="submit" isPending={change.isPending}>
            {texts.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
