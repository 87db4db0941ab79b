import { createPortal } from 'react-dom';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Preview } from '../markdown/Preview';

interface AskDialogProps {
  what: 'link' | 'maths';
  initial: string;
  onClose: () => void;
  onAnswer: (answer: string) => void;
}

/** Asks where a link leads, or for a formula in TeX, which is shown as learners will see it. Empty takes it away. */
export function AskDialog({ what, initial, onClose, onAnswer }: AskDialogProps) {
  const { rich: messages } = useMessages('authoring');
  const { cancel } = useMessages('common');
  const { value: answer, set: setAnswer, forget } = useKept(`rich.${what}.${initial}`, initial);
  const { title, label, hint } = messages.ask[what];
  // Forms cannot stand inside forms, and the editor is in one.
  return createPortal(
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        onSubmit={() => {
          forget(initial);
          onAnswer(answer.trim());
        }}
      >
        <TextField label={label} hint={hint} value={answer} onChange={setAnswer} maxLength={2_000} spellCheck={false} />
        {what === 'maths' && (
          <Preview text={{ markdown: answer.trim() ? `$$\n${answer}\n$$` : '', assets: {}, activityId: null }} />
        )}
        <Actions>
          <Button look="primary" type="submit">
            {messages.apply}
          </Button>
          <Button
            onPress={() => {
              forget(initial);
              onClose();
            }}
          >
            {cancel}
          </Button>
        </Actions>
      </Form>
    </Dialog>,
    document.body,
  );
}
