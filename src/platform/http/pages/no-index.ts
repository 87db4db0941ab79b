import { html } from '../html.js';

/** For pages that are somebody's own, or of a moment. */
export const noIndex = html`<meta name="robots" content="noindex" />`;
