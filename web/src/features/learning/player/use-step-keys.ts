import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Where arrows have a meaning of their own: fields, players, menus, and what scrolls sideways. */
const KEEPS_ARROWS = 'input, textarea, select, video, audio, dialog, [contenteditable], [role=radiogroup], [tabindex="0"], pre';

/** ← and → go to the activity before and after. */
export function useStepKeys(enrollmentId: string, previousId: string | undefined, nextId: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
      if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
      if (target instanceof Element && target.closest(KEEPS_ARROWS)) return;
      const activityId = key === 'ArrowLeft' ? previousId : key === 'ArrowRight' ? nextId : undefined;
      if (!activityId) return;
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      void navigate({ to: '/learning/$enrollmentId/activities/$activityId', params: { enrollmentId, activityId } });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate, enrollmentId, previousId, nextId]);
}
