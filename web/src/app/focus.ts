import type { AnyRouter } from '@tanstack/react-router';

/**
 * Brings whoever goes to another screen to its heading, so that a screen reader says where they are and the next Tab is in the content
 * (WCAG 2.2 §2.4.3). Not on the first load, where the browser begins at the top; and whoever is in the content already stays there.
 */
export function focusHeadings(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged || document.activeElement?.closest('main')) return;
    // Where the window stands has been decided: at the top, or where one had left when one comes back.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
}
