import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useMessages } from '../i18n';
import styles from './Button.module.css';

export type Look = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  look?: Look;
  /** Beside the text, or alone when `aria-label` says what the button does. */
  icon?: ReactNode;
  children?: ReactNode;
  /** It is at work: keeps its focus and cannot be pressed again. */
  isPending?: boolean;
}

/** Does something here. What goes elsewhere is a `LinkButton`. */
export function Button({ look = 'plain', icon, children, isPending = false, onPress, type, ...props }: ButtonProps) {
  const { loading } = useMessages('common');
  // Not react-aria’s own `isPending`: what it leaves for screen readers has no name once the button is gone.
  const asked = isPending ? { type: 'button' as const } : { ...(onPress ? { onPress } : {}), ...(type ? { type } : {}) };
  return (
    <AriaButton {...props} {...asked} className={`${styles['button']} ${styles[look]} ${children ? '' : styles['bare']}`}>
      {isPending ? <span className={styles['spinner']} role="img" aria-label={loading} /> : icon}
      {children}
    </AriaButton>
  );
}
