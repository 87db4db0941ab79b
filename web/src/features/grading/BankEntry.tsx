import { useMutation } from '@tanstack/react-query';
import { Pencil, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { api, read } from '../../api/client';
import { queryClient } from '../../api/queries';
import { useMessages } from '../../i18n';
import { useEdit } from '../../kept/use-edit';
import { Button } from '../../ui/Button';
import { EditConflict } from '../../ui/EditConflict';
import { Checkbox, TextArea } from '../../ui/fields';
import { ProblemNotice } from '../../ui/ProblemNotice';
import type { KeptComment } from './bank-order';
import styles from './grading.module.css';

const BANK = ['grading', 'bank'];
const renew = () => queryClient.invalidateQueries({ queryKey: BANK });

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
  const { save, cancel, yes, no } = useMessages('common');
  const field = useRef<HTMLLIElement>(null);
  useEffect(() => field.current?.querySelector('textarea')?.focus(), []);
  const { id } = comment;
  const edit = useEdit({
    name: `grading.kept-comment.${id}`,
    standing: versionOf(comment),
    load: async () => versionOf(await newest(comment)),
    send: (body, header) => read(api.PUT('/api/v1/kept-comments/{id}', { params: { path: { id }, header }, body })),
    onSaved: async () => {
      await renew();
      onDone();
    },
  });
  const { text, shared } = edit.value;
  return (
    <li ref={field} className={styles['edited']}>
      {edit.problem && <ProblemNotice problem={edit.problem} />}
      <EditConflict
        edit={edit}
        describe={(value) => [
          [messages.text, value.text],
          [messages.share, value.shared ? yes : no],
        ]}
      />
      <TextArea
        label={messages.text}
        value={text}
        onChange={(words) => edit.set({ text: words, shared })}
        rows={3}
        maxLength={20_000}
      />
      {comment.scope !== 'everywhere' && (
        <Checkbox label={messages.share} value={shared} onChange={(is) => edit.set({ text, shared: is })} />
      )}
      <div className={styles['bank']}>
        <Button look="primary" isPending={edit.isPending} isDisabled={text.trim() === ''} onPress={edit.save}>
          {save}
        </Button>
        <Button
          onPress={() => {
            edit.reset();
            onDone();
          }}
        >
          {cancel}
        </Button>
      </div>
    </li>
  );
}

function versionOf({ version, text, shared }: KeptComment) {
  return { etag: `"v${version}"`, value: { text, shared } };
}

/** As the lists have it that are shown, once they are asked for again. */
async function newest(comment: KeptComment): Promise<KeptComment> {
  await renew();
  const lists = queryClient.getQueriesData<{ items: KeptComment[] }>({ queryKey: BANK });
  const found = lists.flatMap(([, list]) => list?.items ?? []).filter(({ id }) => id === comment.id);
  return found.toSorted((one, other) => other.version - one.version)[0] ?? comment;
}
