import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Answer, api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useEdit } from '../../kept/use-edit';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EditConflict } from '../../ui/EditConflict';
import { Checkbox } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { tell } from '../../ui/toast';
import { ALL, type Badge, choicesQuery, newestFormQuery } from './queries';
import styles from './badges.module.css';

type Choices = View<'CredentialChoicesView'>;

interface DialogProps {
  badge: Badge;
  enrollmentId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** What is signed never changes: another choice makes another form. */
export function ChoicesDialog({ badge, enrollmentId, isOpen, onClose }: DialogProps) {
  const { choices } = useMessages('badges');
  const query = useQuery({ ...choicesQuery(enrollmentId), enabled: isOpen });
  return (
    <Dialog title={choices.title} isOpen={isOpen} onClose={onClose}>
      <Loaded query={query}>{(answer) => <ChoicesForm badge={badge} answer={answer} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function ChoicesForm({ badge, answer, onClose }: { badge: Badge; answer: Answer<Choices>; onClose: () => void }) {
  const { choices: texts } = useMessages('badges');
  const { save, cancel, yes, no } = useMessages('common');
  const { data } = answer;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const edit = useEdit({
    name: `choices.${data.enrollmentId}`,
    standing: versionOf(answer),
    load: async () => versionOf(await queries.fetchQuery({ ...choicesQuery(data.enrollmentId), staleTime: 0 })),
    send: ({ hashEmail, ...shown }, header) => {
      const { did, evidenceLinks, evidenceFileIds } = data;
      // A DID is brought through the API; the box here takes its place only when it is ticked.
      const identity = hashEmail ? 'email-hash' : data.identity === 'did' ? 'did' : 'pairwise';
      const body = { ...shown, identity, did: identity === 'did' ? did : null, evidenceLinks, evidenceFileIds } as const;
      const params = { path: { id: data.enrollmentId }, header };
      return read(api.PUT('/api/v1/enrollments/{id}/credential-choices', { params, body }));
    },
    onSaved: async () => {
      onClose();
      tell(texts.saved);
      await queries.invalidateQueries({ queryKey: ALL });
      const newest = await queries.fetchQuery({ ...newestFormQuery(badge.url), staleTime: 0 });
      if (newest && newest.id !== badge.id)
        await navigate({ to: '/badges/$badgeId', params: { badgeId: newest.id }, replace: true });
    },
  });
  const { showName, showResults, hashEmail } = edit.value;
  const set = (changes: Partial<typeof edit.value>) => edit.set({ ...edit.value, ...changes });
  const word = (is: boolean) => (is ? yes : no);
  return (
    <Form problem={edit.problem} onSubmit={edit.save}>
      <EditConflict
        edit={edit}
        describe={(value) => [
          [texts.showName, word(value.showName)],
          [texts.showResults, word(value.showResults)],
          [texts.hashEmail, word(value.hashEmail)],
        ]}
      />
      {data.countsFor === 'next-form' && <Notice>{texts.nextForm}</Notice>}
      <Checkbox label={texts.showName} hint={texts.showNameHint} value={showName} onChange={(is) => set({ showName: is })} />
      <Checkbox
        label={texts.showResults}
        hint={texts.showResultsHint}
        value={showResults}
        onChange={(is) => set({ showResults: is })}
      />
      <Checkbox label={texts.hashEmail} hint={texts.hashEmailHint} value={hashEmail} onChange={(is) => set({ hashEmail: is })} />
      {data.identity === 'did' && data.did !== null && <p className={styles['breaking']}>{texts.did(data.did)}</p>}
      <Actions>
        <Button type="submit" look="primary" isPending={edit.isPending}>
          {save}
        </Button>
        <Button
          onPress={() => {
            edit.reset();
            onClose();
          }}
        >
          {cancel}
        </Button>
      </Actions>
    </Form>
  );
}

function versionOf({ data: { showName, showResults, identity }, etag }: Answer<Choices>) {
  return { etag, value: { showName, showResults, hashEmail: identity === 'email-hash' } };
}
