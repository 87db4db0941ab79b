import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Notice } from '../../../ui/Notice';
import { Prose } from '../../../ui/Prose';
import { activityLink } from './activity-link';

interface ReadingPageProps {
  content: View<'PageContentView'>;
  language: string;
  enrollmentId: string;
}

/** A text to read, with what one can do after it. */
export function ReadingPage({ content: { html, objectives }, language, enrollmentId }: ReadingPageProps) {
  const { player } = useMessages('learning');
  const navigate = useNavigate();
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Tables and code may be wider than the screen: whoever has only a keyboard scrolls them too (WCAG 2.2 §2.1.1).
    for (const wide of text.current?.querySelectorAll<HTMLElement>('pre, table') ?? []) wide.tabIndex = 0;
  }, [html]);
  const follow = (event: MouseEvent) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link = target instanceof Element ? target.closest('a') : null;
    const activityId = link && activityLink(link.getAttribute('href'));
    if (!activityId || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    void navigate({ to: '/learning/$enrollmentId/activities/$activityId', params: { enrollmentId, activityId } });
  };
  return (
    <>
      {objectives.length > 0 && (
        <Notice title={player.objectives}>
          <ul lang={language}>
            {objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </Notice>
      )}
      {/* Links inside the text are links by themselves; this only spares a full load. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div ref={text} onClick={follow}>
        <Prose html={html} lang={language} />
      </div>
    </>
  );
}
