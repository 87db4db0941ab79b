import { REGISTRATION_REFUSALS, type RegistrationRefusalCode } from '../../../domain/registration-refusal.js';

const refusals: Readonly<Record<RegistrationRefusalCode, { title: string; advice: string }>> = REGISTRATION_REFUSALS;

export const registration = {
  ask: {
    title: 'Register Cairn here',
    will: (platform: string, institution: string) => `${platform} will show Cairn of ${institution} in its courses.`,
    asks: 'Cairn asks to:',
    people: 'be told the name and the e-mail address of who opens it',
    button: 'Register Cairn here',
    notYours: 'Not your institution? Close this page: nothing has been changed.',
  },
  services: {
    lineItems: 'keep columns for Cairn in the gradebooks of those courses',
    scores: 'write scores into those columns',
    results: 'read back what the gradebook shows there',
    notices: 'be told when a course is copied',
    roster: 'read who is in those courses',
  },
  done: {
    registered: 'Cairn is registered.',
    updated: 'The registration is up to date.',
    know: (platform: string, institution: string) => `${platform} and ${institution} know each other now.`,
    next: 'What is next',
    activate: {
      moodle: 'In Moodle, under Site administration, Plugins, External tool, Manage tools, choose Activate on the card of Cairn.',
      canvas: 'In Canvas, go on to the confirmation and enable the app.',
      desire2learn: 'In Brightspace, enable the registration and make a deployment with the org units that may use Cairn.',
      other: 'Switch Cairn on in the list of tools of your LMS: most systems wait for that.',
    } as Readonly<Record<string, string>> & { other: string },
    deploy:
      'Put Cairn into the courses or accounts that may use it. The first of these deployments that somebody opens is taken for the one you mean; others wait for an administrator in Cairn.',
    add: 'In a course, add an activity “Cairn” and choose what it shows.',
    withheld: 'Your LMS gave no leave to:',
    without: 'Cairn works without. To change it, allow the service for the tool in your LMS and register again.',
    close: 'Close this page',
  },
  nothingDone: 'Nothing was registered in Cairn.',
  refusals,
};
