import { html } from '../../../../platform/http/html.js';

export const noIndex = html`<meta name="robots" content="noindex" />`;
