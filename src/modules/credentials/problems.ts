import { defineProblem } from '../../platform/http/problem.js';

export const credentialState = defineProblem('credentials.wrong_state', 409, 'The credential is in another state');
export const notACredential = defineProblem('credentials.not_a_document', 400, 'There is no credential in the request');
export const unfitChoices = defineProblem('credentials.unfit_choices', 422, 'The badge cannot say that');
export const didUnproven = defineProblem('credentials.did_unproven', 422, 'It is not proven that the DID is yours');
export const tooManyShareLinks = defineProblem('credentials.too_many_share_links', 409, 'There are too many share links');
export const unfitShareLink = defineProblem('credentials.unfit_share_link', 422, 'The share link cannot be made so');
export const unfitPortfolio = defineProblem('credentials.unfit_portfolio', 422, 'The portfolio cannot show that');
