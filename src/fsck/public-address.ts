const PATIENCE_MS = 10_000;

export interface PublicAnswer {
  body: string;
  /** Why this is not what was asked for, such as `answers 404`; `null` for a 200. */
  problem: string | null;
}

/** A running Cairn as anybody reaches it. */
export class PublicAddress {
  constructor(private readonly base: string) {}

  /** Never throws: that nobody answers is an answer too. Redirects are not followed. */
  async get(path: string, headers: Record<string, string> = {}): Promise<PublicAnswer> {
    return this.send(path, { headers });
  }

  /** Why the public verification page says that a credential is not genuine; `null`: it is. */
  async verificationProblem(signed: string): Promise<string | null> {
    const headers = { 'content-type': 'application/vc+ld+json' };
    const { body, problem } = await this.send('/verify', { method: 'POST', headers, body: signed });
    if (problem !== null) return `verification ${problem}`;
    const { verified, checks } = JSON.parse(body) as {
      verified: boolean;
      checks: { outcome: string; check: string; reason?: string }[];
    };
    if (verified) return null;
    const failed = checks
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ check, reason }) => `${check} ${reason ?? 'failed'}`);
    return `verification says: ${failed.join(', ')}`;
  }

  private async send(path: string, request: RequestInit): Promise<PublicAnswer> {
    try {
      const answer = await fetch(`${this.base}${path}`, {
        ...request,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return { body: await answer.text(), problem: answer.status === 200 ? null : `answers ${answer.status}` };
    } catch (error) {
      // What `fetch` says of a refused connection is only in the cause.
      const { message, cause } = error as Error;
      return { body: '', problem: `cannot be reached: ${(cause as Error | undefined)?.message ?? message}` };
    }
  }
}
