export { peopleEntities } from './data/entities.js';
export type { KnownPerson as Person } from './data/known-person.js';
export { networkOf } from './http/current-visitor.js';
export { CurrentVisitor } from './http/current-visitor.js';
export { AuthenticationModule, PeopleHttpModule, PeopleModule } from './people.module.js';
export type { EnsuredMember, MemberWish } from './use-cases/ensure-member.js';
export { type HeldMembership, PeopleDirectory } from './use-cases/people-directory.js';
export { PrepareFirstAdministrator } from './use-cases/prepare-first-administrator.js';
export type { Visitor } from './use-cases/visitor.js';
