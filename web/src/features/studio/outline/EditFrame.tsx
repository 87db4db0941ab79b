import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../../i18n';
import type { Version } from '../../../kept/send-over';
import { useEdit } from '../../../kept/use-edit';
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
  standing: Version<Value>;
  load: () => Promise<Version<Value>>;
  send: (value: Value, ifMatch: { 'If-Match': string }) => Promise<unknown>;
  /** A version for whom it overtook. */
  inWords: (value: Value) => string;
  changes: OutlineChanges;
  onDone: () => void;
  warning?: ReactNode;
  /** The fields beside the title. */
  children: (value: Value, change: (changes: Partial<Value>) => void) => ReactNode;
}

/** A row's own form: its title first, which gets the focus. */
export function EditFrame<Value extends { title: string }>(props: Props<Value>) {
  const { name, standing, load, send, inWords, changes, onDone, warning, children } = props;
  const { outline: texts } = useMessages('studio');
  const { cancel, save } = useMessages('common');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => element.current?.querySelector('input')?.focus(), AFTER_MENU_MS);
    return () => clearTimeout(timer);
  }, []);
  const edit = useEdit({
    name,
    standing,
    load: async () => {
      await changes.refresh();
      return load();
    },
    send: (value: Value, ifMatch) => send({ ...value, title: value.title.trim() }, ifMatch),
    onSaved: () => {
      onDone();
      return changes.refresh();
    },
  });
  const { value, theirs } = edit;
  const change = (to: Partial<Value>) => edit.set({ ...value, ...to });
  const end = () => {
    edit.reset();
    onDone();
  };
  return (
    <div ref={element} className={styles['edit']}>
      <Form problem={edit.problem} aria-label={texts.editing(standing.value.title)} onSubmit={edit.save}>
        {warning}
        {theirs && <Overtaken theirs={inWords(theirs)} onMine={edit.saveMine} onTheirs={end} />}
        <TextField
          label={texts.name}
          name="title"
          maxLength={200}
          value={value.title}
          onChange={(title) => change({ title } as Partial<Value>)}
        />
        {children(value, change)}
        <Actions>
          <Button look="primary" type="submit" isPending={edit.isPending}>
            {save}
          </Button>
          <Button onPress={end}>{cancel}</Button>
        </Actions>
      </Form>
    </div>
  );
}
