/** Why nothing is measured, in words for whoever asked: no stack helps them. */
export class Refusal extends Error {}
