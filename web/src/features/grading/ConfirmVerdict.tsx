import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Actions } from '../../ui/Form';
import { ProblemNotice } from '../../ui/ProblemNotice';
import type { Verdict } from './judge';

interface Props {
  verdict: Verdict | null;
  learner: string;
  points: string;
  problem: unknown;
  isPending: boolean;
  onGive: (then: 'next' | 'queue') => void;
  onClose: () => void;
}

/** A verdict is told to the learner at once: it is asked for once more. */
export function ConfirmVerdict({ verdict, onClose, ...props }: Props) {
  const messages = useMessages('grading').verdict;
  return (
    <Dialog title={verdict ? messages.confirm[verdict] : ''} isOpen={verdict !== null} onClose={onClose}>
      {verdict && <Question verdict={verdict} onClose={onClose} {...props} />}
    </Dialog>
  );
}

function Question({ verdict, learner, points, problem, isPending, onGive, onClose }: Props & { verdict: Verdict }) {
  const messages = useMessages('grading').verdict;
  const { cancel } = useMessages('common');
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The browser opens the dialog after this, and would choose the cross.
    const frame = requestAnimationFrame(() => first.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <>
      <p>
        <strong>{learner}</strong>: {points}
      </p>
      <p>{messages.means[verdict]}</p>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div ref={first}>
        <Actions>
          <Button look="primary" isPending={isPending} onPress={() => onGive('next')}>
            {messages.releaseAndNext}
          </Button>
          <Button isDisabled={isPending} onPress={() => onGive('queue')}>
            {messages.release}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </Actions>
      </div>
    </>
  );
}
