import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fetchSender } from './send-parts';
import { Transfers, type UploadTarget } from './transfers';

const places = new Map<string, Transfers<unknown>>();

function transfersOf<Taken>(target: UploadTarget<Taken>): Transfers<Taken> {
  const known = places.get(target.place) as Transfers<Taken> | undefined;
  if (known) return known;
  const transfers = new Transfers(target);
  places.set(target.place, transfers);
  return transfers;
}

/** Files on their way to one place. `onArrived` gets each that has become something, also those that arrived while other screens were shown. */
export function useUploads<Taken>(target: UploadTarget<Taken>, onArrived: (taken: Taken) => void) {
  const [transfers] = useState(() => transfersOf(target));
  const uploads = useSyncExternalStore(transfers.subscribe, transfers.snapshot);
  const arrived = useRef(onArrived);
  useLayoutEffect(() => {
    arrived.current = onArrived;
  });
  useEffect(() => {
    for (const taken of transfers.collect()) arrived.current(taken);
  }, [uploads, transfers]);
  useEffect(fetchSender, []);
  const { start, pause, resume, cancel } = transfers;
  return { uploads, start, pause, resume, cancel };
}

export type Uploads = ReturnType<typeof useUploads>;
