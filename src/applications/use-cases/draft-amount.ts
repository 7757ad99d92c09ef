import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Working } from '../../kernel/working.js';
import { dependsOnCosts, type ProgramDocument } from '../../programs/index.js';

/** What lists say of a draft: null before any costs are written on which its amount depends. */
export const draftAmount = ({ rule }: Pick<ProgramDocument, 'rule'>, { total }: Working): Yen | null =>
  total === ZERO_YEN && dependsOnCosts(rule) ? null : total;
