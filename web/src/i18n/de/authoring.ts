import type { authoring as english } from '../en/authoring';

export const authoring: typeof english = {
  title: 'Editor',
};
