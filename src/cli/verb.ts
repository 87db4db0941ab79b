/** Runs a verb and answers its exit code: 0 done, 1 failed or found wrong, 2 asked wrongly. */
export type Verb = (args: string[], variables: NodeJS.ProcessEnv) => Promise<number>;
