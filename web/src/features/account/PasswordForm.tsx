import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { sessionsQuery } from './queries';

const EMPTY = { currentPassword: '', newPassword: '' };

/** Passwords are never kept in the browser, unlike what else is typed. */
export function PasswordForm({ person }: { person: View<'PersonView'> }) {
  const { password: texts } = useMessages('account');
  const queries = useQueryClient();
  const [values, setValues] = useState(EMPTY);
  const { newPassword } = values;
  const change = useMutation({
    mutationFn: () => read(api.PUT('/api/v1/me/password', { body: person.hasPassword ? values : { newPassword } })),
    onSuccess: async () => {
      setValues(EMPTY);
      tell(texts.saved);
      await Promise.all([sessionQuery, sessionsQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })));
    },
  });
  const field = (name: keyof typeof EMPTY) => ({
    name,
    type: 'password',
    required: true,
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  });
  return (
    <Card title={texts.title}>
      {!person.hasPassword && <p>{texts.none}</p>}
      <Form problem={change.error} onSubmit={() => change.mutate()}>
        {person.hasPassword && <TextField label={texts.current} autoComplete="current-password" {...field('currentPassword')} />}
        <TextField label={texts.next} hint={texts.hint} autoComplete="new-password" {...field('newPassword')} />
        <p>{texts.means}</p>
        <Actions>
          <Button type="submit" isPending={change.isPending}>
            {texts.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
