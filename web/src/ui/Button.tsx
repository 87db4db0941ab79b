import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useMessages } from '../i18n';
import styles from './Button.module.css';

export type Look = 'primary' | 'plain' | 'quiet' | 'danger';

type Attributes = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'children' | 'disabled' | 'onClick'>;

export interface ButtonProps extends Attributes {
  look?: Look;
  /** Beside the text, or alone when `aria-label` says what the button does. */
  icon?: ReactNode;
  children?: ReactNode;
  isDisabled?: boolean;
  /** It is at work: keeps its focus and cannot be pressed again. */
  isPending?: boolean;
  onPress?: () => void;
}

/** Of a button, or of what only looks like one. */
export function buttonClass(look: Look, isBare = false): string {
  return [styles['button'], styles[look], isBare ? styles['bare'] : ''].join(' ');
}

/** Does something here. What goes elsewhere is a `LinkButton`. The browser's own: react-aria's would weigh 25 kB on every first screen. */
export function Button({
  look = 'plain',
  icon,
  children,
  isDisabled,
  isPending = false,
  onPress,
  type = 'button',
  ...props
}: ButtonProps) {
  const { loading } = useMessages('common');
  return (
    <button
      {...props}
      type={type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      className={buttonClass(look, !children)}
      // It stays what Enter presses: a form of one field without such a button would be sent by Enter all the same.
      onClick={(event) => (isPending ? event.preventDefault() : onPress?.())}
    >
      {isPending ? <span className={styles['spinner']} role="img" aria-label={loading} /> : icon}
      {children}
    </button>
  );
}
