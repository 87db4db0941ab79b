import { AuthorizationCode } from './authorization-code.entity.js';
import { BackpackCredential } from './backpack-credential.entity.js';
import { BackpackProfile } from './backpack-profile.entity.js';
import { OAuthClient } from './oauth-client.entity.js';
import { ServiceGrant } from './service-grant.entity.js';
import { ServiceToken } from './service-token.entity.js';
import { UsedWalletNonce } from './used-wallet-nonce.entity.js';
import { WalletInteraction } from './wallet-interaction.entity.js';

export const exchangeEntities = [
  OAuthClient,
  ServiceGrant,
  AuthorizationCode,
  ServiceToken,
  BackpackCredential,
  BackpackProfile,
  UsedWalletNonce,
  WalletInteraction,
];
