/** What a link of a platform shows. Ids are those of the micro-credential and, within it, of the course or activity. */
export type Target =
  | { kind: 'micro-credential' | 'project'; microCredentialId: string }
  | { kind: 'course' | 'activity'; microCredentialId: string; nodeId: string };

export type TargetKind = Target['kind'];

/** The custom parameter by which a platform gives back what a link was made for (LTI Core 1.3 §5.4.6: values are text). */
export const TARGET_PARAMETER = 'cairn_target';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const WHOLE = new RegExp(`^(micro-credential|project):(${UUID})$`);
const PART = new RegExp(`^(course|activity):(${UUID}):(${UUID})$`);

/** `project:UUID`, `course:UUID:UUID` … */
export function writeTarget(target: Target): string {
  const { kind, microCredentialId } = target;
  return 'nodeId' in target ? `${kind}:${microCredentialId}:${target.nodeId}` : `${kind}:${microCredentialId}`;
}

/** `null` for what `writeTarget` did not write. */
export function readTarget(text: string): Target | null {
  const [, whole, id = ''] = WHOLE.exec(text) ?? [];
  if (whole) return { kind: whole as 'micro-credential' | 'project', microCredentialId: id };
  const [, part, of = '', nodeId = ''] = PART.exec(text) ?? [];
  return part ? { kind: part as 'course' | 'activity', microCredentialId: of, nodeId } : null;
}
