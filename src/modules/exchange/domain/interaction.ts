import { hashOf } from '../../../platform/secrets.js';
import { MOST_WRONG_CODES } from './terms.js';

export interface InteractionFacts {
  expiresAt: Date;
  claimedAt: Date | null;
  wrongCodes: number;
}

/** Whether a credential can still be handed over, and why not. */
export function interactionState({ expiresAt, claimedAt, wrongCodes }: InteractionFacts, now: Date): 'open' | 'claimed' | 'over' {
  if (claimedAt) return 'claimed';
  return expiresAt <= now || wrongCodes >= MOST_WRONG_CODES ? 'over' : 'open';
}

/** Follows from the token, so that the offer can be shown again while only hashes are kept. Who has the code does not have the token. */
export function preAuthorizedCode(token: string): string {
  return hashOf(`pre-authorized code of ${token}`);
}

export interface InteractionAddresses {
  /** What the QR code holds (VCALM §3.7: interaction URL). */
  interaction: string;
  exchange: string;
  offer: string;
}

export function interactionAddresses(publicUrl: string, token: string): InteractionAddresses {
  const base = `${publicUrl}/interactions/${token}`;
  const byReference = encodeURIComponent(`${base}/offer`);
  return {
    interaction: `${base}?iuv=1`,
    exchange: `${base}/exchange`,
    offer: `openid-credential-offer://?credential_offer_uri=${byReference}`,
  };
}

/** Only OpenID4VCI can ask for a transaction code, and only there does a wallet name the key that the credential is bound to. */
export function openIdOnly({ transactionCodeHash, binds }: { transactionCodeHash: string | null; binds: boolean }): boolean {
  return transactionCodeHash !== null || binds;
}

/** How wallets may fetch the credential. */
export function protocolsOf({ exchange, offer }: InteractionAddresses, onlyOpenId: boolean): Record<string, string> {
  const openId = { OID4VCI: offer, 'oid4vci-1.0': offer };
  return onlyOpenId ? openId : { vcapi: exchange, ...openId };
}

export interface WalletLink {
  wallet: string;
  url: string;
}

/** Links for a wallet on the same device. */
export function walletLinks({ exchange, offer }: InteractionAddresses, onlyOpenId: boolean): WalletLink[] {
  const openId = { wallet: 'a wallet that speaks OpenID4VCI', url: offer };
  if (onlyOpenId) return [openId];
  const request = encodeURIComponent(JSON.stringify({ protocols: { vcapi: exchange } }));
  return [
    { wallet: 'Learner Credential Wallet', url: `https://lcw.app/request?request=${request}` },
    { wallet: 'LearnCard', url: `https://learncard.app/request?vc_request_url=${encodeURIComponent(exchange)}` },
    openId,
  ];
}
