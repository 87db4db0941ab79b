import { Achievement } from './achievement.entity.js';
import { CredentialChoice } from './credential-choice.entity.js';
import { CredentialIntent } from './credential-intent.entity.js';
import { CredentialRevocation } from './credential-revocation.entity.js';
import { CredentialViewCount } from './credential-view-count.entity.js';
import { Credential } from './credential.entity.js';
import { EndorsementForm } from './endorsement-form.entity.js';
import { GivenEndorsement } from './given-endorsement.entity.js';
import { HistoricAward } from './historic-award.entity.js';
import { HistoricImportRow } from './historic-import-row.entity.js';
import { HistoricImport } from './historic-import.entity.js';
import { ReceivedEndorsement } from './received-endorsement.entity.js';
import { Portfolio } from './portfolio.entity.js';
import { PublishedEvidence } from './published-evidence.entity.js';
import { ShareLink } from './share-link.entity.js';
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
  HistoricImport,
  HistoricImportRow,
  HistoricAward,
  CredentialIntent,
  Credential,
  CredentialRevocation,
  GivenEndorsement,
  EndorsementForm,
  ReceivedEndorsement,
  CredentialChoice,
  PublishedEvidence,
  ShareLink,
  CredentialViewCount,
  Portfolio,
  VcJwt,
  VcJwtSetting,
];
