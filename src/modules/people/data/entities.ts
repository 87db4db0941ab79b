import { ApiToken } from './api-token.entity.js';
import { Invitation } from './invitation.entity.js';
import { Membership, MembershipRole } from './membership.entity.js';
import { Person } from './person.entity.js';
import { Session } from './session.entity.js';
import { SignInLink } from './sign-in-link.entity.js';

export const peopleEntities = [Person, Membership, MembershipRole, Invitation, Session, SignInLink, ApiToken];
