import { useState } from 'react';

/** When the screen came up: what it says of days does not change under the eyes. */
export function useNow(): Date {
  return useState(() => new Date())[0];
}
