import { Copy, EllipsisVertical, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, type Look } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Actions } from '../../ui/Form';
import { ExternalLinkButton, LinkButton } from '../../ui/LinkButton';
import { Menu } from '../../ui/Menu';
import { Card } from '../../ui/Page';
import { Question } from '../../ui/Question';
import { Tabs } from '../../ui/Tabs';
import { tell } from '../../ui/toast';

const LOOKS: readonly Look[] = ['primary', 'plain', 'quiet', 'danger'];
const nothing = () => undefined;

export function ButtonStates() {
  const [open, setOpen] = useState<'dialog' | 'question' | null>(null);
  const act = { mutate: () => setOpen(null), isPending: false, error: null };
  return (
    <Card title="Buttons, links, menus, dialogs">
      {LOOKS.map((look) => (
        <Actions key={look}>
          <Button look={look}>{look}</Button>
          <Button look={look} icon={<Plus aria-hidden />}>
            {look} with icon
          </Button>
          <Button look={look} icon={<Plus aria-hidden />} aria-label={`${look}, icon only`} />
          <Button look={look} isPending>
            {look} at work
          </Button>
          <Button look={look} isDisabled>
            {look} disabled
          </Button>
          <LinkButton look={look} to="/">
            {look} link
          </LinkButton>
          <ExternalLinkButton look={look} href="/">
            {look} elsewhere
          </ExternalLinkButton>
        </Actions>
      ))}
      <Actions>
        <Menu
          label="Menu"
          icon={<EllipsisVertical aria-hidden />}
          choices={[
            { key: 'copy', label: 'Duplicate', icon: <Copy aria-hidden />, onPress: nothing },
            { key: 'remove', label: 'Remove…', icon: <Trash2 aria-hidden />, onPress: nothing },
          ]}
        />
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('question')}>Question</Button>
        <Button onPress={() => tell('Removed “Axes”.')}>Toast</Button>
        <Button onPress={() => tell('Removed “Axes”.', { label: 'Undo', run: nothing })}>Toast with undo</Button>
      </Actions>
      <Tabs
        label="Tabs"
        tabs={[
          { label: 'Here', to: '/dev/ui' },
          { label: 'Elsewhere', to: '/' },
        ]}
      />
      <Dialog title="A dialog" isOpen={open === 'dialog'} onClose={() => setOpen(null)}>
        <p>Something to be settled before going on.</p>
      </Dialog>
      <Question
        title="Remove “Axes”?"
        isOpen={open === 'question'}
        onClose={() => setOpen(null)}
        yes="Remove"
        look="danger"
        act={act}
      >
        Editions that are published keep it.
      </Question>
    </Card>
  );
}
