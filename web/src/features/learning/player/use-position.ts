import { useCallback, useEffect, useRef, useState } from 'react';
import { api, read, type View } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { tellFact } from '../facts/facts-outbox';
import { journeyQuery } from '../queries';

const AFTER_MS = 1_500;
/** A page read to the end still waits for its reader to say so. */
const FURTHEST = 0.95;
const STEP = 0.25;

/** Saves where the learner is, so that they find it again on any device. A place that cannot be saved now is not worth keeping. */
export function useSavePosition(journey: View<'JourneyView'>, activityId: string) {
  const { enrollmentId, can } = journey;
  return useCallback(
    async (place: Record<string, unknown>) => {
      if (!can.learn) return;
      try {
        const params = { path: { id: enrollmentId } };
        const position = await read(api.PUT('/api/v1/enrollments/{id}/position', { params, body: { activityId, place } }));
        queryClient.setQueryData(journeyQuery(enrollmentId).queryKey, (known) => known && { ...known, position });
      } catch (error) {
        if (!problemOf(error)) throw error;
      }
    },
    [enrollmentId, activityId, can.learn],
  );
}

/** Where the learner left off in this activity, as it was when the screen opened. */
export function useLeftOff({ position }: View<'JourneyView'>, activityId: string): Record<string, unknown> | null {
  return useState(() => (position?.activityId === activityId ? position.place : null))[0];
}

/** Brings the reader back to where they were, and keeps where they are. `isShown`: its content is on the screen. */
export function usePosition(journey: View<'JourneyView'>, activity: View<'JourneyActivityView'>, isShown: boolean): void {
  const isPage = isShown && activity.kind === 'page';
  const { player } = useMessages('learning');
  const save = useSavePosition(journey, activity.id);
  const leftOff = useLeftOff(journey, activity.id);
  const told = useRef(activity.value);
  const { enrollmentId, can } = journey;
  const isCounted = can.learn && activity.state !== 'completed';

  useEffect(() => {
    const scroll = leftOff?.['scroll'];
    if (!isPage || typeof scroll !== 'number' || scroll < 0.02) return undefined;
    // After the router has put a new page to its top.
    const timer = setTimeout(() => scrollTo({ top: scroll * room(), behavior: 'instant' }), 50);
    return () => clearTimeout(timer);
  }, [isPage, leftOff]);

  useEffect(() => {
    // A film keeps its own place.
    if (!isShown || activity.kind === 'file') return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const note = () => {
      const share = room() > 0 ? Math.min(1, scrollY / room()) : 0;
      void save(isPage ? { scroll: Math.round(share * 1_000) / 1_000 } : {});
      const value = Math.min(FURTHEST, Math.floor(share / STEP) * STEP);
      if (!isPage || !isCounted || value <= told.current) return;
      told.current = value;
      void tellFact(enrollmentId, { activityId: activity.id, kind: 'progressed', value }, player.notCounted);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(note, AFTER_MS);
    };
    later();
    if (isPage) addEventListener('scroll', later, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', later);
    };
  }, [save, isShown, isPage, isCounted, enrollmentId, activity.id, activity.kind, player.notCounted]);
}

/** How far the window can be scrolled, in pixels. */
function room(): number {
  return document.documentElement.scrollHeight - innerHeight;
}
