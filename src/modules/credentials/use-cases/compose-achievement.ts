import type { Alignment, StoredEdition } from '../../catalog/index.js';
import type { AchievementSnapshot, SkillAlignment } from '../domain/achievement.js';
import { type AlignmentKind, targetTypes } from '../domain/alignment-types.js';
import type { IssuerAddresses } from './issuer-addresses.js';

/** What an edition lets one earn, in the words of its authors. */
export function composeAchievement(edition: StoredEdition, addresses: IssuerAddresses): AchievementSnapshot {
  const { content } = edition;
  const id = addresses.achievement(edition.id);
  return {
    id,
    name: content.title,
    description: content.summary || content.title,
    criteria: { narrative: content.criteria, url: id },
    image: {
      url: content.badgeImageFileId ? addresses.badgeImage(content.badgeImageFileId) : addresses.defaultBadgeImage(edition.id),
      caption: content.title,
    },
    alignments: content.skills.flatMap(({ alignment }) => (alignment ? [composeAlignment(alignment)] : [])),
    tags: content.skills.map(({ name }) => name),
    ...(content.workload.ects === null ? {} : { creditsAvailable: content.workload.ects }),
    language: content.language,
    version: String(edition.number),
    results: [],
  };
}

function composeAlignment({ targetName, targetUrl, targetFramework, targetCode, targetType }: Alignment): SkillAlignment {
  return {
    kind: kindOf(targetType),
    name: targetName,
    url: targetUrl,
    ...(targetFramework ? { framework: targetFramework } : {}),
    ...(targetCode ? { code: targetCode } : {}),
  };
}

/** An author names the type as Open Badges does; what is not in the standard's list is a competency. */
function kindOf(targetType: string): AlignmentKind {
  const [kind] = Object.entries(targetTypes).find(([, type]) => type === targetType) ?? ['competency'];
  return kind as AlignmentKind;
}
