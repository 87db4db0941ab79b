import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useMessages } from '../i18n';
import styles from './Button.module.css';

export type Look = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: Look;
  /** Beside the text, or alone when `aria-label` says what the button does. */
  icon?: ReactNode;
  children?: ReactNode;
}

/** Does something here. What goes elsewhere is a `LinkButton`. While `isPending` it keeps its focus and cannot be pressed twice. */
export function Button({ look = 'plain', icon, children, ...props }: ButtonProps) {
  const { loading } = useMessages('common');
  return (
    <AriaButton {...props} className={`${styles['button']} ${styles[look]} ${children ? '' : styles['bare']}`}>
      {({ isPending }) => (
        <>
          {isPending ? <span className={styles['spinner']} role="img" aria-label={loading} /> : icon}
          {children}
        </>
      )}
    </AriaButton>
  );
}
