import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { buttonClass, type Look } from './Button';

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  look?: Look;
  icon?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ look = 'plain', icon, children, ...props }: AnchorProps) {
  return (
    <a {...props} className={buttonClass(look)}>
      {icon}
      {children}
    </a>
  );
}

const RoutedAnchor = createLink(Anchor);

/** Goes to another screen, and looks like a button. */
export const LinkButton: LinkComponent<typeof Anchor> = (props) => <RoutedAnchor {...props} />;

/** The same for what the server renders or downloads. */
export { Anchor as ExternalLinkButton };
