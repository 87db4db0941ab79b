import { ArrowDown, ArrowUp, EllipsisVertical, Group as GroupIcon, LogIn, LogOut, Ungroup } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Menu, type MenuChoice } from '../../../ui/Menu';
import type { EditorProps } from './GroupEditor';
import { isGroup, type Requirement } from './sequence-courses';
import { movedIn, movedOut, partAt, stepped, unwrapped, wrapped } from './sequence-edit';

/** Where a part of the sequence can go from where it stands. */
export function PartMenu({ root, path, name, onChange }: EditorProps & { name: string }) {
  const { rules: texts } = useMessages('studio');
  const part = partAt(root, path);
  const go = (key: string, label: string, icon: MenuChoice['icon'], to: Requirement | null): MenuChoice[] =>
    to ? [{ key, label, icon, onPress: () => onChange(to) }] : [];
  return (
    <Menu
      isIconOnly
      label={texts.actionsFor(name)}
      icon={<EllipsisVertical aria-hidden />}
      choices={[
        ...go('up', texts.up, <ArrowUp aria-hidden />, stepped(root, path, -1)),
        ...go('down', texts.down, <ArrowDown aria-hidden />, stepped(root, path, 1)),
        ...go('in-above', texts.intoAbove, <LogIn aria-hidden />, movedIn(root, path, -1)),
        ...go('in-below', texts.intoBelow, <LogIn aria-hidden />, movedIn(root, path, 1)),
        ...go('out', texts.out, <LogOut aria-hidden />, movedOut(root, path)),
        ...go('wrap', texts.wrap, <GroupIcon aria-hidden />, wrapped(root, path)),
        ...go('unwrap', texts.unwrap, <Ungroup aria-hidden />, part && isGroup(part) ? unwrapped(root, path) : null),
      ]}
    />
  );
}
