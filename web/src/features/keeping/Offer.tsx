import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import styles from './keeping.module.css';

const standingQuery = queryOptions({
  queryKey: ['lms-account'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/lms-account', { signal })),
});

/** Asks for the address to which the link goes; the code stays on the screen, for who opens it. */
export default function Offer() {
  const texts = useMessages('keeping');
  const { data } = useQuery(standingQuery);
  const [isOpen, setOpen] = useState(false);
  if (!data || data.hasAccount) return null;
  return (
    <aside aria-label={texts.title}>
      <Notice title={texts.title}>
        <p>{texts.lead(data.platform)}</p>
        {isOpen ? (
          <Asking platform={data.platform} />
        ) : (
          <Actions>
            <Button onPress={() => setOpen(true)}>{texts.begin}</Button>
          </Actions>
        )}
      </Notice>
    </aside>
  );
}

function Asking({ platform }: { platform: string }) {
  const texts = useMessages('keeping');
  const email = useKept('lms-account.email', '');
  const ask = useMutation({
    mutationFn: (address: string) => read(api.POST('/api/v1/me/lms-account/requests', { body: { email: address } })),
    onSuccess: (_, address) => email.forget(address),
  });
  return (
    <>
      <div role="status">{ask.data && <Sent request={ask.data} email={ask.variables} />}</div>
      <p>{texts.known(platform)}</p>
      <Form problem={ask.error} onSubmit={() => ask.mutate(email.value)}>
        <TextField
          label={texts.address}
          hint={texts.addressHint}
          name="email"
          type="email"
          autoComplete="email"
          required
          value={email.value}
          onChange={email.set}
        />
        <Actions>
          <Button type="submit" isPending={ask.isPending}>
            {ask.data ? texts.again : texts.send}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

function Sent({ request: { code }, email }: { request: View<'LmsAccountRequestView'>; email: string }) {
  const texts = useMessages('keeping');
  return (
    <Notice tone="good" title={texts.sentTitle}>
      <p>{texts.sent(email)}</p>
      <p className={styles['code']}>{code}</p>
      <p>{texts.until}</p>
    </Notice>
  );
}
