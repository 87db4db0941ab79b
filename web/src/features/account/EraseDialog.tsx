import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { erasureQuery } from '../../api/queries';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioGroup, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { tell } from '../../ui/toast';

type Badges = View<'RequestErasureDto'>['badges'];

/** The last questions: what becomes of the badges, and the password once more. It is kept nowhere. */
export function EraseDialog({ institution, isOpen, onClose }: { institution: string; isOpen: boolean; onClose: () => void }) {
  const { erasure: texts } = useMessages('account');
  const { cancel } = useMessages('common');
  const { person } = useSession();
  const queries = useQueryClient();
  const [badges, setBadges] = useState<Badges>('kept');
  const [password, setPassword] = useState('');
  const ask = useMutation({
    mutationFn: () => read(api.POST('/api/v1/me/erasure', { body: { password, badges } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: erasureQuery.queryKey });
      tell(texts.asked);
      close();
    },
  });
  const close = () => {
    setPassword('');
    onClose();
  };
  return (
    <Dialog title={texts.question(institution)} isOpen={isOpen} onClose={close}>
      {person.hasPassword ? (
        <Form problem={ask.error} onSubmit={() => ask.mutate()}>
          <p>{texts.fetchFirst}</p>
          <RadioGroup
            label={texts.badges}
            name="badges"
            value={badges}
            onChange={setBadges}
            choices={(['kept', 'withdrawn'] as const).map((value) => ({
              value,
              label: texts.fates[value],
              hint: texts.fateHints[value],
            }))}
          />
          <TextField
            label={texts.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
          />
          <Actions>
            <Button type="submit" look="danger" isPending={ask.isPending}>
              {texts.confirm}
            </Button>
            <Button onPress={close}>{cancel}</Button>
          </Actions>
        </Form>
      ) : (
        <>
          <Notice tone="warn">{texts.noPassword}</Notice>
          <Actions>
            <LinkButton to="/account/security">{texts.toPassword}</LinkButton>
          </Actions>
        </>
      )}
    </Dialog>
  );
}
