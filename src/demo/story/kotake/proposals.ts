import { COMMERCE_IDEAS } from './ideas/commerce.js';
import { CHILDREN_IDEAS } from './ideas/children.js';
import { COMMUNITY_IDEAS } from './ideas/community.js';
import { ELDERLY_IDEAS } from './ideas/elderly.js';
import { ENVIRONMENT_IDEAS } from './ideas/environment.js';
import type { Idea } from './ideas/idea.js';

/** What somebody proposes to 小竹町, and what the story plans to become of it. All 29 are invented (見本). */
export interface PlannedProposal extends Idea {
  /** A field of the call. */
  readonly field: 'community' | 'environment' | 'elderly' | 'commerce' | 'children';
}

const inField = (field: PlannedProposal['field'], ideas: readonly Idea[]): PlannedProposal[] =>
  ideas.map((idea) => ({ ...idea, field }));

export const KOTAKE_PROPOSALS: readonly PlannedProposal[] = [
  ...inField('community', COMMUNITY_IDEAS),
  ...inField('environment', ENVIRONMENT_IDEAS),
  ...inField('elderly', ELDERLY_IDEAS),
  ...inField('commerce', COMMERCE_IDEAS),
  ...inField('children', CHILDREN_IDEAS),
];

/** The planned proposal with this title. */
export function plannedAs(title: string): PlannedProposal {
  const planned = KOTAKE_PROPOSALS.find((each) => each.title === title);
  if (!planned) throw new Error(`nobody planned 「${title}」`);
  return planned;
}
