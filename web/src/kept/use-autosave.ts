import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

const AFTER_MS = 1_200;
const AGAIN_MS = 5_000;

/**
 * Saves `value` a moment after it changed, one save at a time and always the newest; tries again after a failure and as soon as the browser
 * is back online. `save` may throw; `flush` saves now, for a button or before going on.
 */
export function useAutosave<Value>(value: Value, changed: boolean, save: (value: Value) => Promise<void>) {
  const [state, setState] = useState<Exclude<SaveState, 'waiting'>>('saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const newest = useRef({ value, changed, save });
  useLayoutEffect(() => {
    newest.current = { value, changed, save };
  });
  const running = useRef<Promise<void> | null>(null);

  const flush = useCallback(async (): Promise<void> => {
    while (running.current) await running.current;
    if (!newest.current.changed) return;
    const run = async () => {
      setState('saving');
      try {
        await newest.current.save(newest.current.value);
        setError(null);
        setSavedAt(new Date().toISOString());
        setState('saved');
      } catch (failure) {
        setError(failure);
        setState('failed');
        throw failure;
      } finally {
        running.current = null;
      }
    };
    running.current = run();
    await running.current;
  }, []);

  const failed = state === 'failed';
  useEffect(() => {
    if (!changed) return undefined;
    const attempt = () => void flush().catch(() => undefined);
    const timer = setTimeout(attempt, failed ? AGAIN_MS : AFTER_MS);
    addEventListener('online', attempt);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', attempt);
    };
  }, [value, changed, failed, flush]);

  return { state: state === 'saved' && changed ? ('waiting' as const) : state, savedAt, error, flush };
}
