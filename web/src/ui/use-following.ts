import { useState } from 'react';

/** What somebody types, which begins with something that stands elsewhere, and anew whenever that changes. */
export function useFollowing<Value>(origin: Value): [Value, (value: Value) => void] {
  const [typed, setTyped] = useState({ origin, value: origin });
  const value = typed.origin === origin ? typed.value : origin;
  return [value, (next) => setTyped({ origin, value: next })];
}
