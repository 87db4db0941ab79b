import { useCallback, useEffect, useRef, useState } from 'react';
import { browserStore } from './browser-store';

/** Of everything that is kept for whoever is signed in. */
export const PREFIX = 'cairn.kept.';
// Often enough that a killed tab loses a word at most, seldom enough not to be felt.
const WRITE_AFTER_MS = 300;

/**
 * State that outlives the tab: what was typed and not yet stored by the server. Secrets are never typed into it. `key` names the thing and,
 * by its version or date, what it was typed over. `forget` is to be called when the server has it. `restored` says that it comes from an earlier visit.
 */
export function useKept<Value>(key: string, initial: Value) {
  const [state, setState] = useState(() => firstState(key, initial));
  const latest = useRef(state);
  const unwritten = useRef(false);

  const write = useCallback(() => {
    if (!unwritten.current) return;
    unwritten.current = false;
    keep(latest.current.key, latest.current.value);
  }, []);

  const set = useCallback((value: Value) => {
    latest.current = { ...latest.current, value, changed: true };
    unwritten.current = true;
    setState(latest.current);
  }, []);

  const forget = useCallback((value: Value) => {
    unwritten.current = false;
    browserStore.removeItem(PREFIX + latest.current.key);
    latest.current = { ...latest.current, value, changed: false, restored: false };
    setState(latest.current);
  }, []);

  useEffect(() => {
    if (!unwritten.current) return undefined;
    const timer = setTimeout(write, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state, write]);

  useEffect(() => {
    addEventListener('pagehide', write);
    return () => {
      removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  return { value: state.value, set, forget, changed: state.changed, restored: state.restored };
}

interface State<Value> {
  key: string;
  value: Value;
  /** Differs, or may differ, from what the server has. */
  changed: boolean;
  restored: boolean;
}

function firstState<Value>(key: string, initial: Value): State<Value> {
  const kept = readKept<Value>(key);
  return kept === undefined
    ? { key, value: initial, changed: false, restored: false }
    : { key, value: kept, changed: true, restored: true };
}

function readKept<Value>(key: string): Value | undefined {
  const text = browserStore.getItem(PREFIX + key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    browserStore.removeItem(PREFIX + key);
    return undefined;
  }
}

/** When the browser has no room, typing goes on; only the safety net is missing. */
function keep(key: string, value: unknown): void {
  try {
    browserStore.setItem(PREFIX + key, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What belongs to whoever was signed in must not be shown to the next. */
export function forgetEverythingKept(): void {
  for (const key of browserStore.keys()) if (key.startsWith(PREFIX)) browserStore.removeItem(key);
}
