import { problemOf } from '../api/problem';

/** A thing as it is at one time, and the ETag that a change of it has to name (RFC 9110 §13.1.1). */
export interface Version<Value> {
  etag: string | null;
  value: Value;
}

interface Ways<Value, Saved> {
  send: (ifMatch: { 'If-Match': string }) => Promise<Saved>;
  /** Asks for what stands now. */
  load: () => Promise<Version<Value>>;
}

/**
 * Sends a change of what was `over`. When that is no longer what stands, the answer is `theirs`; unless what changed meanwhile is nothing
 * that the form is about, so that there is nothing to choose: then it is sent over that.
 */
export async function sendOver<Value, Saved>(
  over: Version<Value>,
  ways: Ways<Value, Saved>,
): Promise<{ saved: Saved } | { theirs: Version<Value> }> {
  try {
    return { saved: await ways.send({ 'If-Match': over.etag ?? '*' }) };
  } catch (error) {
    if (problemOf(error)?.status !== 412) throw error;
    const theirs = await ways.load();
    const isOurs = theirs.etag !== over.etag && JSON.stringify(theirs.value) === JSON.stringify(over.value);
    return isOurs ? sendOver(theirs, ways) : { theirs };
  }
}
