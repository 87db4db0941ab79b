import { useEffect, useRef } from 'react';
import { api, read } from '../../api/client';
import { problemOf } from '../../api/problem';
import { renewalIsDue } from './renewal';

const LOOK_EVERY_MS = 30_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'scroll'] as const;

/** Tells the server, while `held`, that the assessor is still at it; `onLost` once somebody else has the attempt. */
export function useLease(attemptId: string, held: boolean, onLost: () => void): void {
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  });
  useEffect(() => {
    if (!held) return undefined;
    let [renewedAt, activeAt] = [Date.now(), Date.now()];
    const renew = async () => {
      if (!renewalIsDue({ now: Date.now(), renewedAt, activeAt })) return;
      const before = renewedAt;
      renewedAt = Date.now();
      try {
        await read(api.PUT('/api/v1/attempts/{id}/lease', { params: { path: { id: attemptId } } }));
      } catch (error) {
        // Out of reach: asked again at the next look.
        renewedAt = before;
        if (problemOf(error)?.code === 'assessment.lease_lost') lost.current();
      }
    };
    const seen = () => {
      activeAt = Date.now();
    };
    const back = () => {
      if (document.visibilityState !== 'visible') return;
      seen();
      void renew();
    };
    const timer = setInterval(() => void renew(), LOOK_EVERY_MS);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, seen, { passive: true, capture: true });
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, seen, { capture: true });
      document.removeEventListener('visibilitychange', back);
    };
  }, [attemptId, held]);
}
