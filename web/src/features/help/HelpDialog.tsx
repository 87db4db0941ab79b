import { useMessages } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { Actions } from '../../ui/Form';
import { ExternalLinkButton, LinkButton } from '../../ui/LinkButton';
import { HELP_OF_ROUTE } from './help-of-route';

export interface HelpDialogProps {
  /** Of the route. */
  path: string;
  /** What the screen is called. */
  screen: string;
  isOpen: boolean;
  onClose: () => void;
}

export function HelpDialog({ path, screen, isOpen, onClose }: HelpDialogProps) {
  const { title, topics, next: onward, page: pages } = useMessages('help');
  const help = HELP_OF_ROUTE[path];
  if (!help) return null;
  const { topic, next, page } = help;
  return (
    <Dialog title={title(screen)} isOpen={isOpen} onClose={onClose}>
      <p>{topics[topic]}</p>
      {(next || page) && (
        <Actions>
          {next && (
            <LinkButton to={next} onClick={onClose}>
              {onward}
            </LinkButton>
          )}
          {page && <ExternalLinkButton href={page}>{pages[page]}</ExternalLinkButton>}
        </Actions>
      )}
    </Dialog>
  );
}
