import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import { wordCount } from './project-stage';
import type { Draft } from './use-draft';

interface SubmitDialogProps {
  isOpen: boolean;
  draft: Draft;
  isPending: boolean;
  onClose: () => void;
  onSubmit: () => void;
}

/** Says what is about to be handed in, and what happens then. */
export function SubmitDialog({ isOpen, draft, isPending, onClose, onSubmit }: SubmitDialogProps) {
  const { project } = useMessages('learning');
  const { cancel } = useMessages('common');
  const words = wordCount(draft.text);
  const links = draft.links.filter((link) => link.trim() !== '');
  return (
    <Dialog title={project.submitTitle} isOpen={isOpen} onClose={onClose}>
      <p>{project.submitText}</p>
      <ul>
        {words > 0 && <li>{project.words(words)}</li>}
        {links.map((link) => (
          <li key={link}>{link}</li>
        ))}
        {draft.files.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>{project.submitAfter}</p>
      <Actions>
        <Button look="primary" isPending={isPending} onPress={onSubmit}>
          {project.submitNow}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Dialog>
  );
}
