import type { Actor } from '../../../platform/http/access.js';
import { isOffice } from '../../enrollment/index.js';
import type { Language } from '../../../platform/languages.js';
import type { Credential } from '../data/credential.entity.js';
import type { IssuedCredential } from '../data/issued-credentials.query.js';
import { credentialFacts } from '../domain/credential-facts.js';
import { mayAct } from '../domain/credential-state.js';
import { isVouchedFor } from '../proof/verifying/outcomes.js';
import type { Verification } from '../proof/verifying/verify.js';
import type { CredentialView, VerificationView } from './credential.dto.js';
import { checkWords } from './pages/check-words.js';

export function presentCredential(credential: Credential, actor: Actor): CredentialView {
  const { id, form, enrollmentId, editionId, personId, state, visibility, issuedAt } = credential;
  const facts = credentialFacts(credential.signed, null);
  const office = isOffice(actor);
  return {
    id,
    url: facts.url,
    form,
    enrollmentId,
    editionId,
    personId,
    name: facts.title,
    state,
    visibility,
    issuedAt: issuedAt.toISOString(),
    awardedAt: facts.awardedAt,
    says: {
      description: facts.description,
      issuer: facts.issuer.name,
      shownName: facts.holder,
      imageUrl: facts.imageUrl,
      skills: facts.skills.map(({ name }) => name),
      results: facts.results.map(({ name, value }) => ({ name, value })),
    },
    can: {
      suspend: office && mayAct('suspend', state),
      reinstate: office && mayAct('reinstate', state),
      reissue: office && mayAct('reissue', state),
      revoke: office && mayAct('revoke', state),
      awardAgain: office && state === 'revoked' && enrollmentId === null,
      resend: office && state === 'issued',
      requestCorrection: personId === actor.personId && mayAct('reissue', state) && facts.holder !== null,
      show: personId === actor.personId,
    },
  };
}

/** With what is known where credentials are looked up. */
export function presentIssuedCredential(credential: IssuedCredential, actor: Actor): CredentialView {
  const { holderName: name, holderEmail: email, followsId, followedById, isFollowed } = credential;
  const view = presentCredential(credential, actor);
  const can = { ...view.can, awardAgain: view.can.awardAgain && !isFollowed };
  return { ...view, can, followsId, followedById, ...(isOffice(actor) ? { holder: { name, email } } : {}) };
}

/** The answer to who asks for one, in a language. */
export function presentVerification(verification: Verification, language: Language): VerificationView {
  const { verified, checks, format, provenFor, credential } = verification;
  return {
    verified,
    checks: checks.map((result) => {
      const { check, outcome, reason, detail } = result;
      const { found, advice } = checkWords(result, language);
      return {
        check,
        outcome,
        message: advice ? `${found} ${advice}` : found,
        ...(reason ? { reason } : {}),
        ...(detail ? { detail } : {}),
      };
    }),
    ...(format ? { format } : {}),
    ...(provenFor ? { provenFor } : {}),
    ...(credential && isVouchedFor(verification) ? { credential } : {}),
  };
}
