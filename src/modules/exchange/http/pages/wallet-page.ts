import { type Html, html, trusted } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import type { Language } from '../../../../platform/languages.js';
import type { WalletLink } from '../../domain/interaction.js';
import { wordsIn } from './words.js';

export interface WalletShown {
  state: 'open' | 'claimed' | 'over';
  badgeName: string;
  institutionName: string;
  url: string;
  qrCode: string;
  links: readonly WalletLink[];
  withTransactionCode: boolean;
  binds: boolean;
  expiresAt: Date;
}

/** What a browser shows that opens an interaction's address: the ways into a wallet. Opening it uses nothing up. */
export function walletPage(shown: WalletShown): Page {
  return (language) => frame(shown, language);
}

function frame(shown: WalletShown, language: Language): PageFrame {
  const { state, badgeName, institutionName } = shown;
  const { wallet: words } = wordsIn(language);
  return {
    title: words.title(badgeName),
    head: noIndex,
    body: html`<div class="narrow">
      <h1>${words.title(badgeName)}</h1>
      <p>${words.of(institutionName)}</p>
      ${state === 'open' ? ways(shown, language) : ended(state, language)}
    </div>`,
  };
}

function ways({ url, qrCode, links, withTransactionCode, binds, expiresAt }: WalletShown, language: Language): Html {
  const { wallet: words } = wordsIn(language);
  return html`<p>
      ${words.until} <time datetime="${expiresAt.toISOString()}">${formatIn(language).time(expiresAt)}</time>. ${words.secret}
    </p>
    ${withTransactionCode ? html`<p class="notice">${words.code}</p>` : null}
    ${binds ? html`<p class="notice">${words.binds}</p>` : null}
    <h2>${words.here}</h2>
    <ul>
      ${links.map((link) => html`<li><a href="${link.url}" rel="noopener noreferrer">${words.openIn(link.wallet)}</a></li>`)}
    </ul>
    <h2>${words.elsewhere}</h2>
    <p>${words.scan}</p>
    <div class="qr" role="img" aria-label="${words.qr}">${trusted(qrCode)}</div>
    <p>${words.copy}</p>
    <p><code>${url}</code></p>`;
}

function ended(state: 'claimed' | 'over', language: Language): Html {
  const { wallet: words } = wordsIn(language);
  return html`<p class="notice" role="status">${words[state]}</p>
    <p>${words.again}</p>`;
}
