import { Achievement } from './achievement.entity.js';
import { CredentialIntent } from './credential-intent.entity.js';
import { CredentialRevocation } from './credential-revocation.entity.js';
import { Credential } from './credential.entity.js';
import { KeyHistory } from './key-history.entity.js';
import { SigningKey } from './signing-key.entity.js';
import { StatusList } from './status-list.entity.js';
import { VcJwtSetting } from './vc-jwt-setting.entity.js';
import { VcJwt } from './vc-jwt.entity.js';

export const credentialEntities = [
  SigningKey,
  KeyHistory,
  StatusList,
  Achievement,
  CredentialIntent,
  Credential,
  CredentialRevocation,
  VcJwt,
  VcJwtSetting,
];
