import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../../../platform/http/problem.js';
import { unavailable } from '../../../platform/http/problems.js';
import { newToken } from '../../../platform/ids.js';
import { canonicalPassword } from '../domain/password-rules.js';
import { FewAtOnce } from './few-at-once.js';

// OWASP's profile for argon2id, which is the library's default: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// Each hash takes a thread and 19 MiB: more at once would only slow everybody down.
const MOST_AT_ONCE = 4;
const MOST_WAITING = 200;

/** Hashes and checks passwords, a few at a time. */
@Injectable()
export class PasswordHasher {
  private readonly gate = new FewAtOnce(MOST_AT_ONCE, MOST_WAITING, tooBusy);
  private readonly decoy = this.hash(newToken());

  /** PHC string of a password that the rules accept. */
  async hash(password: string): Promise<string> {
    return this.gate.run(() => hash(canonicalPassword(password), COST));
  }

  /** Whether they fit. Costs the same when there is no hash, so that time does not tell who has an account. */
  async fits(passwordHash: string | null, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.decoy);
    const fits = await this.gate.run(() => verify(against, canonicalPassword(password)));
    return fits && passwordHash !== null;
  }
}

function tooBusy(): Problem {
  return new Problem(unavailable, {
    detail: 'Too many people sign in at this moment. Try again in a few seconds.',
    retryAfter: 3,
  });
}
