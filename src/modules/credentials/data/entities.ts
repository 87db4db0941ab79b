import { Achievement } from './achievement.entity.js';
import { CredentialIntent } from './credential-intent.entity.js';
import { CredentialRevocation } from './credential-revocation.entity.js';
import { Credential } from './credential.entity.js';
import { GivenEndorsement } from './given-endorsement.entity.js';
import { ReceivedEndorsement } from './received-endorsement.entity.js';
import { SigningKey } from './signing-key.entity.js';
import { StatusList } from './status-list.entity.js';

export const credentialEntities = [
  SigningKey,
  StatusList,
  Achievement,
  CredentialIntent,
  Credential,
  CredentialRevocation,
  GivenEndorsement,
  ReceivedEndorsement,
];
