import type { LinkProps } from '@tanstack/react-router';
import type { help } from '../../i18n/en/help';

type HelpTopic = keyof typeof help.topics;

interface HelpOfRoute {
  topic: HelpTopic;
  /** Where one goes on; a screen of ours without parts in its address, which the compiler knows. */
  next?: LinkProps['to'];
  /** A page that the server renders. */
  page?: '/' | '/verify' | '/api/docs';
}

/** What is said about each screen, by the path of its route. A test finds the forgotten. */
export const HELP_OF_ROUTE: Readonly<Record<string, HelpOfRoute>> = {
  '/': { topic: 'home', page: '/' },
  '/enroll/$offeringId': { topic: 'enroll' },
  '/learning/$enrollmentId': { topic: 'journey', next: '/calendar' },
  '/learning/$enrollmentId/activities/$activityId': { topic: 'activity', next: '/notes' },
  '/learning/$enrollmentId/project': { topic: 'project', next: '/notifications' },
  '/calendar': { topic: 'weeks' },
  '/calendar/month': { topic: 'month', next: '/calendar' },
  '/notes': { topic: 'notes' },
  '/notifications': { topic: 'notifications', next: '/notifications/settings' },
  '/notifications/settings': { topic: 'notificationSettings', next: '/notifications' },
  '/badges': { topic: 'badges', next: '/portfolio' },
  '/badges/$badgeId': { topic: 'badge', page: '/verify' },
  '/portfolio': { topic: 'portfolio', next: '/badges' },
  '/account': { topic: 'account', next: '/notifications/settings' },
  '/account/security': { topic: 'security' },
  '/account/programs': { topic: 'programs', page: '/api/docs' },
  '/account/privacy': { topic: 'privacy' },
  '/studio': { topic: 'studio' },
  '/studio/imports': { topic: 'imports', next: '/studio' },
  '/studio/imports/$importId': { topic: 'oneImport', next: '/studio' },
  '/studio/$microCredentialId': { topic: 'outline' },
  '/studio/$microCredentialId/details': { topic: 'details' },
  '/studio/$microCredentialId/rules': { topic: 'rules' },
  '/studio/$microCredentialId/project': { topic: 'projectEditor' },
  '/studio/$microCredentialId/badge': { topic: 'badgeDesign' },
  '/studio/$microCredentialId/activities/$activityId': { topic: 'activityEditor' },
  '/studio/$microCredentialId/publish': { topic: 'publish', next: '/offerings' },
  '/studio/$microCredentialId/editions': { topic: 'editions' },
  '/studio/$microCredentialId/learners': { topic: 'learners' },
  '/editions/$editionId/newly-qualified': { topic: 'requalification' },
  '/editions/$editionId/newly-qualified/awards': { topic: 'requalification' },
  '/editions/$editionId/newly-qualified/others': { topic: 'requalification' },
  '/requalifications/$requalificationId': { topic: 'requalification', next: '/credentials' },
  '/grading': { topic: 'queue' },
  '/grading/$offeringId': { topic: 'queue' },
  '/grading/$offeringId/attempts/$attemptId': { topic: 'grading', next: '/grading' },
  '/overview': { topic: 'overview', next: '/overview/learners' },
  '/overview/learners': { topic: 'overviewLearners', next: '/overview' },
  '/offerings': { topic: 'offerings', next: '/offerings/new' },
  '/offerings/new': { topic: 'newOffering' },
  '/offerings/$offeringId': { topic: 'offering', next: '/enrollment-imports' },
  '/enrollments/$enrollmentId': { topic: 'enrollment' },
  '/enrollment-imports': { topic: 'enrollmentImports' },
  '/enrollment-imports/$importId': { topic: 'enrollmentImports', next: '/enrollment-imports' },
  '/people': { topic: 'people' },
  '/first-steps': { topic: 'firstSteps' },
  '/letters': { topic: 'letters' },
  '/letters/$letter': { topic: 'letter', next: '/letters' },
  '/completions': { topic: 'completions', next: '/credentials' },
  '/credentials': { topic: 'credentials' },
  '/credentials/$credentialId': { topic: 'credential', next: '/credentials' },
  '/credentials/requests': { topic: 'requests' },
  '/credentials/revocations': { topic: 'revocations' },
  '/credentials/revocations/$revocationId': { topic: 'revocations', next: '/credentials/revocations' },
  '/credentials/historic': { topic: 'historic' },
  '/credentials/historic/$importId': { topic: 'historic', next: '/credentials/historic' },
  '/credentials/endorsements': { topic: 'endorsements', next: '/credentials/endorsements/given' },
  '/credentials/endorsements/given': { topic: 'endorsements', next: '/credentials/endorsements' },
  '/audit': { topic: 'audit' },
  '/institution': { topic: 'institution' },
  '/institution/look': { topic: 'look' },
  '/institution/letters': { topic: 'badgeLetters', next: '/letters' },
  '/institution/keys': { topic: 'keys' },
  '/institution/keys/$keyId': { topic: 'keys', next: '/institution/keys' },
  '/institution/forms': { topic: 'forms' },
};
