import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions, Form } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import styles from './document.module.css';
import { lineChanges } from './line-changes';
import type { Document } from './use-document';

interface FrameProps<Draft> {
  document: Document<Draft>;
  /** A version in words, line by line, for whoever has to choose between two. */
  describe: (draft: Draft) => string;
  children: ReactNode;
}

/** What every editor of a document has around its fields: what was restored, what was refused, whose version stands, and the way out. */
export function DocumentFrame<Draft>({ document, describe, children }: FrameProps<Draft>) {
  const { restored } = useMessages('authoring').saving;
  return (
    <>
      <LeavingDialog document={document} />
      <div role="status" className={styles['quiet']}>
        {document.restored && document.theirs === null && <Notice>{restored}</Notice>}
      </div>
      {document.theirs !== null && <Conflict document={document} theirs={document.theirs} describe={describe} />}
      <Form problem={document.problem} onSubmit={() => void document.flush().catch(() => undefined)}>
        {children}
      </Form>
    </>
  );
}

function Conflict<Draft>({ document, theirs, describe }: Omit<FrameProps<Draft>, 'children'> & { theirs: Draft }) {
  const { conflict } = useMessages('common');
  const { onlyMine, onlyTheirs } = useMessages('authoring').saving;
  const words = { same: '', mine: onlyMine, theirs: onlyTheirs };
  return (
    <Notice tone="warn" title={<span role="alert">{conflict.title}</span>}>
      <p>{conflict.explain}</p>
      <p className={styles['legend']}>
        <del>{onlyMine}</del> <ins>{onlyTheirs}</ins>
      </p>
      <div className={styles['versions']} role="region" aria-label={conflict.theirsSays} tabIndex={0}>
        {lineChanges(describe(document.draft), describe(theirs)).map(({ change, text }, index) => {
          const Element = ({ same: 'span', mine: 'del', theirs: 'ins' } as const)[change];
          return (
            // Lines have no names of their own, and the list is drawn anew as a whole.
            // oxlint-disable-next-line react/no-array-index-key
            <Element key={index} title={words[change] || undefined}>
              {text || ' '}
            </Element>
          );
        })}
      </div>
      <Actions>
        <Button onPress={document.keepMine}>{conflict.mine}</Button>
        <Button onPress={document.takeTheirs}>{conflict.theirs}</Button>
      </Actions>
    </Notice>
  );
}

/** Saves on the way out; asks only where that did not succeed. */
function LeavingDialog<Draft>({ document }: { document: Document<Draft> }) {
  const { unsaved } = useMessages('common');
  const { saving } = useMessages('authoring');
  const { isUnsaved, flush } = document;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => {
      if (isUnsaved()) await flush().catch(() => undefined);
      return isUnsaved();
    },
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <Dialog title={saving.leaveTitle} isOpen={status === 'blocked'} onClose={() => reset?.()}>
      <p>{unsaved}</p>
      <p>{saving.leaveKept}</p>
      <Actions>
        <Button look="primary" onPress={() => reset?.()}>
          {saving.stay}
        </Button>
        <Button onPress={() => proceed?.()}>{saving.leave}</Button>
      </Actions>
    </Dialog>
  );
}
