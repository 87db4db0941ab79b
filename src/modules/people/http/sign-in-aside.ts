import type { Html } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/languages.js';

/** What the sign-in page offers besides; nobody provides it but a world that is thrown away. */
export const SIGN_IN_ASIDE = Symbol('SignInAside');

/** `next`: the address to go on to, ours. */
export type SignInAside = (next: string, language: Language) => Html;
