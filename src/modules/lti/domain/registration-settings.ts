/** What an administrator decides for one platform. */
export interface RegistrationSettings {
  /** Scores are sent to the platform's gradebook (AGS 2.0). */
  sendScores: boolean;
  /** Who is in its courses is read, and becomes known here (NRPS 2.0). */
  syncRosters: boolean;
  /** The first deployment that launches is taken for the one meant; later ones wait for an administrator. */
  acceptFirstDeployment: boolean;
}

export const DEFAULT_SETTINGS: RegistrationSettings = { sendScores: true, syncRosters: true, acceptFirstDeployment: true };
