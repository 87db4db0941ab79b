import { type Html, html, type PageFrame, trusted } from '../../../../platform/http/html.js';
import type { WalletLink } from '../../domain/interaction.js';

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
export function walletPage(shown: WalletShown): PageFrame {
  const { state, badgeName, institutionName } = shown;
  return {
    title: `Add “${badgeName}” to a wallet`,
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<div class="narrow">
      <h1>Add “${badgeName}” to a wallet</h1>
      <p>A badge of ${institutionName}.</p>
      ${state === 'open' ? ways(shown) : ended(state)}
    </div>`,
  };
}

function ways({ url, qrCode, links, withTransactionCode, binds, expiresAt }: WalletShown): Html {
  return html`<p>
      The badge can be taken once, until
      <time datetime="${expiresAt.toISOString()}">${expiresAt.toISOString().slice(11, 16)} UTC</time>. Whoever has this page’s
      address can take it, so show it to nobody.
    </p>
    ${
      withTransactionCode
        ? html`<p class="notice">
            Your wallet will ask for a code. It is in the message that was just sent to your e-mail address.
          </p>`
        : null
    }
    ${
      binds
        ? html`<p class="notice">
            The badge will be issued anew and name the key of your wallet as its holder. Its address stays the same; files of it
            that you kept are then out of date.
          </p>`
        : null
    }
    <h2>A wallet on this device</h2>
    <ul>
      ${links.map((link) => html`<li><a href="${link.url}" rel="noopener noreferrer">Open in ${link.wallet}</a></li>`)}
    </ul>
    <h2>A wallet on another device</h2>
    <p>Scan this code with the wallet.</p>
    <div class="qr" role="img" aria-label="QR code of this page’s address">${trusted(qrCode)}</div>
    <p>Or copy the address into it:</p>
    <p><code>${url}</code></p>`;
}

function ended(state: 'claimed' | 'over'): Html {
  return html`<p class="notice" role="status">
      ${state === 'claimed' ? 'The badge is in a wallet: this address was used.' : 'The time of this address is over, or the badge no longer stands.'}
    </p>
    <p>To add it to another wallet, begin again from your badges.</p>`;
}
