import type { Duty, Side } from '../../kernel/actor.js';
import type { MunicipalityDefinition } from '../../municipalities/index.js';
import type { StepRole, WhenVacant } from '../../staff/index.js';

/** A post as the definition names it: other places refer to it, and to its section, by name. */
export interface PostDefinition {
  readonly name: string;
  readonly section: string;
  readonly side: Side;
  readonly duties: readonly Duty[];
  readonly rank: number;
  readonly whenVacant?: WhenVacant;
  /** The post that acts for this one (代決). */
  readonly deputy?: string;
}

/** An invented person with the posts held and an account to try the system with. */
export interface PersonDefinition {
  readonly name: string;
  readonly kana: string;
  readonly signInName: string;
  readonly posts: readonly string[];
}

export interface AuthorityRuleDefinition {
  readonly act: string;
  /** In yen, included; null: any amount. */
  readonly upTo: bigint | null;
  readonly steps: readonly { readonly post: string; readonly role: StepRole }[];
}

/** A town of this installation with everything it needs before its first programme. */
export interface TownDefinition {
  readonly municipality: MunicipalityDefinition;
  readonly posts: readonly PostDefinition[];
  readonly people: readonly PersonDefinition[];
  readonly authority: { readonly basis: string; readonly rules: readonly AuthorityRuleDefinition[] };
}

/** 決裁 by these posts, from below. */
export const approve = (...posts: string[]): { post: string; role: 'approve' }[] =>
  posts.map((post) => ({ post, role: 'approve' }));

/** 合議 with this post before the next one decides. */
export const consult = (post: string): { post: string; role: 'consult' } => ({ post, role: 'consult' });
