import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';

interface SubmitDialogProps {
  isOpen: boolean;
  /** Numbers of questions. */
  unanswered: readonly number[];
  flagged: readonly number[];
  onClose: () => void;
  onSubmit: () => void;
}

/** Asks once more where something is left open. */
export function SubmitDialog({ isOpen, unanswered, flagged, onClose, onSubmit }: SubmitDialogProps) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const numbers = (list: readonly number[]) => list.map((number) => format.number(number)).join(', ');
  return (
    <Dialog title={quiz.submitTitle} isOpen={isOpen} onClose={onClose}>
      {unanswered.length > 0 && (
        <p>
          {quiz.submitUnanswered(unanswered.length)} {numbers(unanswered)}
        </p>
      )}
      {flagged.length > 0 && (
        <p>
          {quiz.submitFlagged(flagged.length)} {numbers(flagged)}
        </p>
      )}
      <Actions>
        <Button look="primary" onPress={onClose}>
          {quiz.keepWorking}
        </Button>
        <Button onPress={onSubmit}>{quiz.submitAll}</Button>
      </Actions>
    </Dialog>
  );
}
