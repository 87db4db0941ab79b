import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import { Button, type Look } from './Button';
import { Dialog } from './Dialog';
import { Actions } from './Form';
import { ProblemNotice } from './ProblemNotice';

type Act = Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;

export interface QuestionProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What the button that does it says: the act, not “yes”. */
  yes: string;
  no?: string;
  act: Act;
  look?: Look;
  /** What it means, and whether it can be undone. */
  children: ReactNode;
}

/** Asks before something that is hard to take back. */
export function Question({ title, isOpen, onClose, yes, no, act, look = 'primary', children }: QuestionProps) {
  const { cancel } = useMessages('common');
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <p>{children}</p>
      {act.error && <ProblemNotice problem={act.error} />}
      <Actions>
        <Button look={look} isPending={act.isPending} onPress={() => act.mutate()}>
          {yes}
        </Button>
        <Button onPress={onClose}>{no ?? cancel}</Button>
      </Actions>
    </Dialog>
  );
}
