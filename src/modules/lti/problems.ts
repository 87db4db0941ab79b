import { defineProtocolProblem, problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const unfitPlatformAddress = defineProblem('lti.unfit_address', 422, 'A platform cannot have this address');
export const platformKnown = defineProblem('lti.platform_known', 409, 'This platform is registered already');
export const deploymentKnown = defineProblem('lti.deployment_known', 409, 'This deployment is known already');
export const nextKeyWaits = defineProblem('lti.next_key_waits', 409, 'The next key is on its way already');
export const rosterNotReadable = defineProblem('lti.roster_not_readable', 409, 'The member list of this course cannot be read');
export const tooManyLinks = defineProblem('lti.too_many_links', 409, 'There are as many registration links as there may be');
export const noticesNotAskable = defineProblem('lti.notices_not_askable', 409, 'The platform cannot be asked for notices');
export const noticeNotBelieved = defineProtocolProblem('lti.notice_not_believed', 400, 'A notice is not believed');
export const noticeNotProvable = defineProtocolProblem('lti.notice_not_provable', 503, 'A notice cannot be proved just now');
export const claimNotValid = defineProblem('lti.claim_not_valid', 410, 'This link cannot be used');
export const claimCodeWrong = defineProblem('lti.claim_code_wrong', 422, 'This is not the code');
export const claimRefused = defineProblem('lti.claim_refused', 409, 'This cannot become an account of your own');
export const accountSettled = defineProblem('lti.account_settled', 409, 'You have an account of your own already');
export const claimOfSomebodyElse = defineProblem('lti.claim_of_somebody_else', 403, 'You are signed in as somebody else');
export const lastWayIn = defineProblem('lti.last_way_in', 409, 'You could not come in any more');
