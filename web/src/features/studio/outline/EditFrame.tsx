import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { problemOf } from '../../../api/problem';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Overtaken } from '../../../ui/Overtaken';
import styles from './outline.module.css';
import type { OutlineChanges } from './use-outline-changes';

// A menu that closes gives the focus back to where it came from; only after that it can be had.
const AFTER_MENU_MS = 100;

interface Props<Value> {
  /** What is typed is kept under it. */
  name: string;
  saved: Value;
  /** What is saved, in words, for whom it overtook. */
  inWords: string;
  send: (value: Value) => Promise<unknown>;
  changes: OutlineChanges;
  onDone: () => void;
  warning?: ReactNode;
  /** The fields beside the title. */
  children: (value: Value, change: (changes: Partial<Value>) => void) => ReactNode;
}

/** A row's own form: its title first, which gets the focus. */
export function EditFrame<Value extends { title: string }>(props: Props<Value>) {
  const { name, saved, inWords, send, changes, onDone, warning, children } = props;
  const { outline: texts } = useMessages('studio');
  const { cancel, save } = useMessages('common');
  const form = useKept(name, saved);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => element.current?.querySelector('input')?.focus(), AFTER_MENU_MS);
    return () => clearTimeout(timer);
  }, []);
  const change = (to: Partial<Value>) => form.set({ ...form.value, ...to });
  const end = () => {
    form.forget(saved);
    onDone();
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send({ ...form.value, title: form.value.title.trim() }),
    onSuccess: end,
    onSettled: changes.refresh,
  });
  const wasOvertaken = problemOf(error)?.status === 412;
  return (
    <div ref={element} className={styles['edit']}>
      <Form problem={wasOvertaken ? null : error} aria-label={texts.editing(saved.title)} onSubmit={() => mutate()}>
        {warning}
        {wasOvertaken && <Overtaken theirs={inWords} onMine={() => mutate()} onTheirs={end} />}
        <TextField
          label={texts.name}
          name="title"
          maxLength={200}
          value={form.value.title}
          onChange={(title) => change({ title } as Partial<Value>)}
        />
        {children(form.value, change)}
        <Actions>
          <Button look="primary" type="submit" isPending={isPending}>
            {save}
          </Button>
          <Button onPress={end}>{cancel}</Button>
        </Actions>
      </Form>
    </div>
  );
}
