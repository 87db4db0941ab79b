import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass, type Look } from './Button';
import styles from './Menu.module.css';

interface Choice {
  key: string;
  label: string;
  icon?: ReactNode;
}

/** Something to do, or a file to download. */
export type MenuChoice = Choice & ({ onPress: () => void; href?: never } | { href: string; onPress?: never });

export interface MenuProps {
  /** On the button; with `isIconOnly` only for the ear. */
  label: string;
  icon: ReactNode;
  isIconOnly?: boolean;
  look?: Look;
  choices: readonly MenuChoice[];
}

/** A button that opens a few things to do. */
export function Menu({ label, icon, isIconOnly = false, look = 'quiet', choices }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={buttonClass(look, isIconOnly)} {...(isIconOnly ? { 'aria-label': label } : {})}>
        {icon}
        {!isIconOnly && label}
      </Button>
      <Popover placement="bottom end" className={styles['sheet'] ?? ''}>
        <AriaMenu aria-label={label} className={styles['menu'] ?? ''}>
          {choices.map((choice) => (
            <MenuItem
              key={choice.key}
              id={choice.key}
              textValue={choice.label}
              className={styles['item'] ?? ''}
              {...(choice.href === undefined ? { onAction: choice.onPress } : { href: choice.href, download: true })}
            >
              {choice.icon}
              {choice.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
