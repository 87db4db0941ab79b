import { defineProblem } from '../../platform/http/problem.js';

export const unfitPlatformAddress = defineProblem('lti.unfit_address', 422, 'A platform cannot have this address');
export const platformKnown = defineProblem('lti.platform_known', 409, 'This platform is registered already');
export const deploymentKnown = defineProblem('lti.deployment_known', 409, 'This deployment is known already');
export const nextKeyWaits = defineProblem('lti.next_key_waits', 409, 'The next key is on its way already');
export const rosterNotReadable = defineProblem('lti.roster_not_readable', 409, 'The member list of this course cannot be read');
export const tooManyLinks = defineProblem('lti.too_many_links', 409, 'There are as many registration links as there may be');
