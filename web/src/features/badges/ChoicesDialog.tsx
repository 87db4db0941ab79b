import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
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
      <Loaded query={query}>
        {(answer) => <ChoicesForm key={answer.data.version} badge={badge} answer={answer} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function ChoicesForm({ badge, answer, onClose }: { badge: Badge; answer: Answer<Choices>; onClose: () => void }) {
  const { choices: texts } = useMessages('badges');
  const { save, cancel } = useMessages('common');
  const { data, etag } = answer;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [showName, setShowName] = useState(data.showName);
  const [showResults, setShowResults] = useState(data.showResults);
  const [hashEmail, setHashEmail] = useState(data.identity === 'email-hash');
  const change = useMutation({
    mutationFn: () => {
      const { did, evidenceLinks, evidenceFileIds } = data;
      // A DID is brought through the API; the box here takes its place only when it is ticked.
      const identity = hashEmail ? 'email-hash' : data.identity === 'did' ? 'did' : 'pairwise';
      const body = {
        showName,
        showResults,
        identity,
        did: identity === 'did' ? did : null,
        evidenceLinks,
        evidenceFileIds,
      } as const;
      const params = { path: { id: data.enrollmentId }, header: { 'If-Match': etag ?? '*' } };
      return read(api.PUT('/api/v1/enrollments/{id}/credential-choices', { params, body }));
    },
    onSuccess: async () => {
      onClose();
      tell(texts.saved);
      await queries.invalidateQueries({ queryKey: ALL });
      const newest = await queries.fetchQuery({ ...newestFormQuery(badge.url), staleTime: 0 });
      if (newest && newest.id !== badge.id)
        await navigate({ to: '/badges/$badgeId', params: { badgeId: newest.id }, replace: true });
    },
  });
  return (
    <Form problem={change.error} onSubmit={() => change.mutate()}>
      {data.countsFor === 'next-form' && <Notice>{texts.nextForm}</Notice>}
      <Checkbox label={texts.showName} hint={texts.showNameHint} value={showName} onChange={setShowName} />
      <Checkbox label={texts.showResults} hint={texts.showResultsHint} value={showResults} onChange={setShowResults} />
      <Checkbox label={texts.hashEmail} hint={texts.hashEmailHint} value={hashEmail} onChange={setHashEmail} />
      {data.identity === 'did' && data.did !== null && <p className={styles['breaking']}>{texts.did(data.did)}</p>}
      <Actions>
        <Button type="submit" look="primary" isPending={change.isPending}>
          {save}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
