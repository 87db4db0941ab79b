const PATIENCE_MS = 10_000;

/** A running Cairn as anybody reaches it. */
export class PublicAddress {
  constructor(private readonly base: string) {}

  /** Status and body of a GET; redirects are not followed. */
  async get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
    return this.send(path, { headers });
  }

  /** Why the public verification page says that a credential is not genuine; `null`: it is. */
  async verificationProblem(signed: string): Promise<string | null> {
    const headers = { 'content-type': 'application/vc+ld+json' };
    const { status, body } = await this.send('/verify', { method: 'POST', headers, body: signed });
    if (status !== 200) return `verification answers ${status}`;
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

  private async send(path: string, request: RequestInit): Promise<{ status: number; body: string }> {
    const answer = await fetch(`${this.base}${path}`, {
      ...request,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: answer.status, body: await answer.text() };
  }
}
