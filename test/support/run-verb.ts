import type { Verb } from '../../src/cli/verb.js';

export interface VerbAnswer {
  code: number;
  /** What went to standard output. */
  output: string;
}

/** Runs an operator's verb in this process and catches what it prints. */
export async function runVerb(verb: Verb, args: string[], variables: NodeJS.ProcessEnv): Promise<VerbAnswer> {
  const write = process.stdout.write.bind(process.stdout);
  let output = '';
  process.stdout.write = (text: string | Uint8Array) => {
    output += String(text);
    return true;
  };
  try {
    const code = await verb(args, variables);
    return { code, output };
  } finally {
    process.stdout.write = write;
  }
}
