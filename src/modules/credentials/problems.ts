import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const credentialState = defineProblem('credentials.wrong_state', 409, 'The credential is in another state');
export const endorsementState = defineProblem('credentials.endorsement_state', 409, 'The endorsement is in another state');
export const endorsementUnfit = defineProblem('credentials.endorsement_unfit', 422, 'The endorsement cannot be taken in');
export const endorsementWithdrawn = defineProblem('credentials.endorsement_withdrawn', 410, 'The endorsement was withdrawn');
export const notACredential = defineProblem('credentials.not_a_document', 400, 'There is no credential in the request');
export const reissueUnderWay = defineProblem(
  'credentials.reissue_under_way',
  409,
  'A new form of the credential is being signed',
);
export const amendmentRefused = defineProblem('credentials.amendment_refused', 422, 'The credential cannot say that');
export const showsNoName = defineProblem('credentials.shows_no_name', 422, 'The credential shows no name');
export const correctionOpen = defineProblem('credentials.correction_open', 409, 'A correction has been asked for already');
export const correctionDecided = defineProblem('credentials.correction_decided', 409, 'It has been decided already');
export const noAddress = defineProblem('credentials.no_address', 422, 'There is no e-mail address to write to');
export const nothingToRevoke = defineProblem('credentials.nothing_to_revoke', 422, 'There is no credential to revoke');
export const revocationBegun = defineProblem('credentials.revocation_begun', 409, 'The revocation can no longer be taken back');
export const unfitChoices = defineProblem('credentials.unfit_choices', 422, 'The badge cannot say that');
export const didUnproven = defineProblem('credentials.did_unproven', 422, 'It is not proven that the DID is yours');
export const tooManyShareLinks = defineProblem('credentials.too_many_share_links', 409, 'There are too many share links');
export const unfitShareLink = defineProblem('credentials.unfit_share_link', 422, 'The share link cannot be made so');
export const unfitPortfolio = defineProblem('credentials.unfit_portfolio', 422, 'The portfolio cannot show that');
export const keyCompromised = defineProblem('credentials.key_compromised', 410, 'The signing key was compromised');
export const formNotOffered = defineProblem('credentials.form_not_offered', 406, 'The credential is not offered in this form');
export const formNotMade = defineProblem('credentials.form_not_made', 404, 'The form is not made yet');
export const keyReportedBefore = defineProblem('credentials.key_reported', 409, 'The signing key was reported before');
export const qualifiedListChanged = defineProblem(
  'credentials.qualified_list_changed',
  409,
  'The list of people who qualify is another one by now',
);
export const nobodyQualifies = defineProblem('credentials.nobody_qualifies', 422, 'There is nobody to award');
export const ownAward = defineProblem('credentials.own_award', 403, 'Nobody awards themselves');
export const historicFileUnreadable = defineProblem(
  'credentials.historic_file_unreadable',
  422,
  'The file of awards cannot be read',
);
export const historicRowsBad = defineProblem('credentials.historic_rows_bad', 422, 'Some rows of the file cannot be used');
export const nothingToAward = defineProblem('credentials.nothing_to_award', 422, 'There is no award in the file');
export const awardWithheld = defineProblem('credentials.award_withheld', 409, 'The award cannot be given again');
