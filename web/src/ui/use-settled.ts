import { useEffect, useState } from 'react';

const AFTER_MS = 250;

/** The value once it has stopped changing, so that not every letter is asked for. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
