import { ChoicesRepository } from './choices.repository.js';
import { CorrectionRequestsRepository } from './correction-requests.repository.js';
import { CredentialActsRepository } from './credential-acts.repository.js';
import { CredentialsRepository } from './credentials.repository.js';
import { EndorsementsRepository } from './endorsements.repository.js';
import { EvidenceRepository } from './evidence.repository.js';
import { ExpiringRepository } from './expiring.repository.js';
import { HistoricAwardsRepository } from './historic-awards.repository.js';
import { HistoricImportsRepository } from './historic-imports.repository.js';
import { IssuedCredentialsQuery } from './issued-credentials.query.js';
import { IssuingRepository } from './issuing.repository.js';
import { PortfoliosRepository } from './portfolios.repository.js';
import { RequalificationsRepository } from './requalifications.repository.js';
import { RevocationBatchesRepository } from './revocation-batches.repository.js';
import { SharingRepository } from './sharing.repository.js';
import { SigningKeysRepository } from './signing-keys.repository.js';
import { StatusListsRepository } from './status-lists.repository.js';
import { VcJwtCompletionRepository } from './vc-jwt-completion.repository.js';
import { VcJwtsRepository } from './vc-jwts.repository.js';

export const credentialRepositories = [
  ChoicesRepository,
  CorrectionRequestsRepository,
  CredentialActsRepository,
  CredentialsRepository,
  EndorsementsRepository,
  EvidenceRepository,
  ExpiringRepository,
  HistoricAwardsRepository,
  HistoricImportsRepository,
  IssuedCredentialsQuery,
  IssuingRepository,
  PortfoliosRepository,
  RequalificationsRepository,
  RevocationBatchesRepository,
  SharingRepository,
  SigningKeysRepository,
  StatusListsRepository,
  VcJwtCompletionRepository,
  VcJwtsRepository,
];
