/** Why a faster tier left a document to the next slower one. Never a verdict on the document: only the library gives those. */
export type DeclineReason =
  | 'contexts'
  | 'scoped-context'
  | 'too-many-contexts'
  | 'term'
  | 'container'
  | 'coercion'
  | 'keyword'
  | 'type'
  | 'iri'
  | 'value'
  | 'slot-lost'
  | 'unproven'
  | 'equal-nodes'
  | 'equal-literals'
  | 'equal-blank-nodes'
  | 'nothing-said';

export class Decline extends Error {
  constructor(
    readonly reason: DeclineReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'Decline';
  }
}
