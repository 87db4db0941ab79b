import { useMutation } from '@tanstack/react-query';
import { Pencil, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { api, read } from '../../api/client';
import { queryClient } from '../../api/queries';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Checkbox, TextArea } from '../../ui/fields';
import { ProblemNotice } from '../../ui/ProblemNotice';
import type { KeptComment } from './bank-order';
import styles from './grading.module.css';

const renew = () => queryClient.invalidateQueries({ queryKey: ['grading', 'bank'] });

interface Props {
  comment: KeptComment;
  onInsert: (comment: KeptComment) => void;
}

/** One kept comment. Its author can rewrite, share and remove it. */
export function BankEntry({ comment, onInsert }: Props) {
  const { id, text, own, scope, shared, authorName, uses } = comment;
  const { bank: messages } = useMessages('grading');
  const { remove } = useMessages('common');
  const [isEdited, setIsEdited] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const wasEdited = useRef(false);
  // Who leaves the fields goes on where they came from.
  useEffect(() => {
    if (wasEdited.current && !isEdited) item.current?.querySelector('button')?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  const drop = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/kept-comments/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      const search = item.current?.closest('dialog')?.querySelector('input');
      await renew();
      // With the comment goes the button that was pressed.
      search?.focus();
    },
  });
  if (isEdited) return <Edited comment={comment} onDone={() => setIsEdited(false)} />;
  const whose = own ? shared && messages.shared : messages.from(authorName ?? messages.somebody);
  return (
    <li ref={item}>
      <div>
        <button type="button" className={styles['insert']} onClick={() => onInsert(comment)}>
          {text}
        </button>
        <p className={styles['quiet']}>{[messages.scopes[scope], whose, messages.uses(uses)].filter(Boolean).join(' · ')}</p>
        {drop.error && <ProblemNotice problem={drop.error} />}
      </div>
      {own && (
        <div className={styles['bank']}>
          <Button
            look="quiet"
            icon={<Pencil aria-hidden />}
            aria-label={`${messages.edit}: ${text}`}
            onPress={() => setIsEdited(true)}
          />
          <Button
            look="quiet"
            icon={<X aria-hidden />}
            aria-label={`${remove}: ${text}`}
            isPending={drop.isPending}
            onPress={() => drop.mutate()}
          />
        </div>
      )}
    </li>
  );
}

function Edited({ comment, onDone }: { comment: KeptComment; onDone: () => void }) {
  const { bank: messages } = useMessages('grading');
  const { save, cancel } = useMessages('common');
  const [text, setText] = useState(comment.text);
  const [shared, setShared] = useState(comment.shared);
  const field = useRef<HTMLLIElement>(null);
  useEffect(() => field.current?.querySelector('textarea')?.focus(), []);
  const change = useMutation({
    mutationFn: () => {
      const { id, version } = comment;
      const params = { path: { id }, header: { 'If-Match': `"v${version}"` } };
      return read(api.PUT('/api/v1/kept-comments/{id}', { params, body: { text, shared } }));
    },
    onSuccess: async () => {
      await renew();
      onDone();
    },
  });
  return (
    <li ref={field} className={styles['edited']}>
      {change.error && <ProblemNotice problem={change.error} />}
      <TextArea label={messages.text} value={text} onChange={setText} rows={3} maxLength={20_000} />
      {comment.scope !== 'everywhere' && <Checkbox label={messages.share} value={shared} onChange={setShared} />}
      <div className={styles['bank']}>
        <Button look="primary" isPending={change.isPending} isDisabled={text.trim() === ''} onPress={() => change.mutate()}>
          {save}
        </Button>
        <Button onPress={onDone}>{cancel}</Button>
      </div>
    </li>
  );
}
