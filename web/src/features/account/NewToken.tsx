import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, Group, Select, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { type Scope, tokensQuery } from './queries';
import { AREAS, partsOf, SCOPES } from './scopes';
import styles from './account.module.css';

const DAY_MS = 86_400_000;
const LIVES = ['30', '90', '365', 'never'] as const;
type Life = (typeof LIVES)[number];

const NEW: { name: string; scopes: readonly Scope[]; life: Life } = { name: '', scopes: [], life: '90' };

/** The token is in the memory of this dialog alone, until it closes. */
export function NewToken() {
  const { tokens: texts } = useMessages('account');
  const [isOpen, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setToken(null);
  };
  return (
    <>
      <Actions>
        <Button onPress={() => setOpen(true)}>{texts.make}</Button>
      </Actions>
      <Dialog title={token ? texts.madeTitle : texts.make} isOpen={isOpen} onClose={close} width="wide">
        {token ? <MadeToken token={token} onClose={close} /> : <NewTokenForm onMade={setToken} onClose={close} />}
      </Dialog>
    </>
  );
}

function MadeToken({ token, onClose }: { token: string; onClose: () => void }) {
  const { tokens: texts } = useMessages('account');
  return (
    <>
      <div role="status">
        <Notice tone="warn">{texts.made}</Notice>
      </div>
      <CopyField label={texts.token} value={token} />
      <p>
        {texts.header} <code>Authorization: Bearer …</code>
      </p>
      <Actions>
        <Button look="primary" onPress={onClose}>
          {texts.done}
        </Button>
      </Actions>
    </>
  );
}

function NewTokenForm({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { tokens: texts } = useMessages('account');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const kept = useKept('account.new-token', NEW);
  const { name, scopes, life } = kept.value;
  const set = (changes: Partial<typeof NEW>) => kept.set({ ...kept.value, ...changes });
  const [isTried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = life === 'never' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString();
      return read(api.POST('/api/v1/me/api-tokens', { body: { name, scopes: [...scopes], expiresAt } }));
    },
    onSuccess: async ({ token }) => {
      kept.forget(NEW);
      onMade(token);
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  const choose = (scope: Scope, isChosen: boolean) =>
    set({ scopes: isChosen ? [...scopes, scope] : scopes.filter((one) => one !== scope) });
  return (
    <Form
      problem={make.error}
      onSubmit={() => {
        setTried(true);
        if (scopes.length > 0) make.mutate();
      }}
    >
      <TextField label={texts.name} name="name" required maxLength={200} value={name} onChange={(text) => set({ name: text })} />
      <Group label={texts.scopes}>
        <p className={styles['quiet']}>{texts.scopesHint}</p>
        {isTried && scopes.length === 0 && <Notice tone="bad">{texts.scopesMissing}</Notice>}
        {AREAS.map((area) => (
          <div key={area} className={styles['area']}>
            <span>{texts.areas[area]}</span>
            {SCOPES[area].map((scope) => (
              <Checkbox
                key={scope}
                label={
                  <>
                    <span className={styles['hidden']}>{texts.areas[area]}: </span>
                    {texts.verbs[partsOf(scope).verb]}
                  </>
                }
                value={scopes.includes(scope)}
                onChange={(isChosen) => choose(scope, isChosen)}
              />
            ))}
          </div>
        ))}
      </Group>
      <Select
        label={texts.expires}
        name="expiresAt"
        value={life}
        onChange={(chosen) => set({ life: chosen })}
        choices={LIVES.map((value) => ({ value, label: texts.days[value] }))}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={make.isPending}>
          {texts.make}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
