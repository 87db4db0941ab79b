import type { studio as english } from '../en/studio';

export const studio: typeof english = {
  title: 'Werkstatt',
};
