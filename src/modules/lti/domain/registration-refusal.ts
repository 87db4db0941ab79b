/**
 * Why a platform is not registered (Dynamic Registration 1.0), and what whoever stands before the page can do. What the other side wrote is
 * never part of it.
 */
export const REGISTRATION_REFUSALS = {
  invitation_unknown: {
    status: 404,
    title: 'This registration link cannot be used',
    advice:
      'It was used already, was withdrawn, or is older than seven days. An administrator of your institution makes a new one in Cairn, under Institution, LMS platforms.',
  },
  configuration_missing: {
    status: 400,
    title: 'Open this link from your LMS',
    advice:
      'This address is not for a browser’s address bar: paste it in your learning-management system, where a tool is added by its registration URL. The LMS opens it and says where its own settings are.',
  },
  configuration_unreachable: {
    status: 422,
    title: 'Your LMS cannot be reached',
    advice:
      'Cairn could not read the settings of your LMS. They have to be on the public internet, over https, at an address that does not redirect. Check that, and open the link again from your LMS.',
  },
  configuration_malformed: {
    status: 422,
    title: 'The settings of your LMS cannot be read',
    advice:
      'They lack something that LTI 1.3 asks for. Check that the address (wwwroot, vanity domain) of your LMS is set, or register it by hand: Cairn shows what to enter.',
  },
  issuer_foreign: {
    status: 422,
    title: 'The settings name another system than the one they come from',
    advice:
      'The issuer has to be on the host that its settings are read from. Open your LMS by its main address and try again, or register it by hand.',
  },
  endpoint_unfit: {
    status: 422,
    title: 'Your LMS names an address that cannot be used',
    advice: 'Each of its addresses has to begin with https. Set up https at your LMS, and open the link again.',
  },
  method_unsupported: {
    status: 422,
    title: 'Your LMS and Cairn know no common way of signing',
    advice: 'Cairn needs RS256 signatures and the client authentication private_key_jwt. Update your LMS, or ask its makers.',
  },
  registration_unreachable: {
    status: 502,
    title: 'Your LMS did not answer',
    advice:
      'Look whether Cairn is in the list of tools there: if so, delete it. Then open the registration link again; it has not been used up.',
  },
  registration_refused: {
    status: 502,
    title: 'Your LMS refused the registration',
    advice:
      'What it was asked for may have expired: begin again in your LMS with the same link, which has not been used up. If it refuses again, its log says why.',
  },
  answer_malformed: {
    status: 502,
    title: 'The answer of your LMS cannot be used',
    advice:
      'It gave no client id. Delete the tool there if it is in the list, and register it by hand: Cairn shows what to enter.',
  },
  registered_elsewhere: {
    status: 409,
    title: 'This LMS is registered already',
    advice: 'Another institution here has a registration with the same client id. Begin again in your LMS with a new tool.',
  },
} as const;

export type RegistrationRefusalCode = keyof typeof REGISTRATION_REFUSALS;

export interface RegistrationRefusal {
  code: RegistrationRefusalCode;
  /** Of the document that was read: the part that is missing or wrong. */
  part?: string;
  /** The HTTP status, or why there was no answer. */
  answered?: string;
}
