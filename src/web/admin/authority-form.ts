import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { groupDigits, yen } from '../../kernel/yen.js';
import type { AuthorityTable, DraftAuthorityTableCommand, StepRole } from '../../staff/index.js';
import { readForm } from '../shared/index.js';
import { AuthorityTableDto } from './authority.dto.js';
import { Typed } from './typed.js';

export const STEPS_A_RULE = 6;
const BLANK_RULES = 2;

/** The form as it stands on the page: everything typed, nothing judged. */
export interface AuthorityForm {
  readonly basis: string;
  readonly validFrom: string;
  readonly rules: readonly { readonly act: string; readonly upTo: string; readonly steps: readonly string[] }[];
}

/** A table as a form, with blank lines to go on writing. */
export const formOf = (table: Pick<AuthorityTable, 'basis' | 'validFrom' | 'rules'> | null): AuthorityForm =>
  withBlankLines({
    basis: table?.basis ?? '',
    validFrom: table?.validFrom ?? '',
    rules: (table?.rules ?? []).map(({ act, upTo, steps }) => ({
      act,
      upTo: upTo === null ? '' : groupDigits(upTo),
      steps: steps.map(({ role, postId }) => `${role}:${postId}`),
    })),
  });

/** What was sent, without the lines left blank. */
export function sentForm(body: unknown): AuthorityForm & { version: number } {
  const { basis, validFrom, rules, version } = readForm(AuthorityTableDto, body);
  const written = rules
    .map(({ act, upTo, steps }) => ({ act, upTo, steps: steps.filter((step) => step !== '') }))
    .filter(({ act, upTo, steps }) => act !== '' || upTo.trim() !== '' || steps.length > 0);
  return { basis, validFrom, rules: written, version: version ?? 0 };
}

export const withBlankLines = (form: AuthorityForm): AuthorityForm => ({
  ...form,
  rules: [...form.rules, ...Array.from({ length: BLANK_RULES }, () => ({ act: '', upTo: '', steps: [] }))],
});

/** The command that the form means; throws with every fault at its field. */
export function commandOf(form: AuthorityForm): DraftAuthorityTableCommand {
  const typed = new Typed();
  const validFrom = typed.requiredDay('validFrom', form.validFrom, 'staff.table-valid-from-missing');
  const rules = form.rules.map(({ act, upTo, steps }, index) => {
    if (act === '') typed.refuse(`rules[${String(index)}].act`, 'staff.rule-act-missing');
    const limit = typed.yen(`rules[${String(index)}].upTo`, upTo);
    return { act, upTo: limit === null ? null : yen(limit), steps: steps.map(stepOf) };
  });
  typed.done();
  return { basis: form.basis, validFrom, rules };
}

function stepOf(step: string): { postId: string; role: StepRole } {
  const match = /^(approve|consult|inform):([0-9a-f-]{36})$/.exec(step);
  if (!match) throw new DomainError('common.request-malformed');
  return { role: match[1] as StepRole, postId: match[2] ?? '' };
}

/** Faults of a whole route are shown at its first post; faults of the whole table at the top of the page. */
export const atFields = (faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer === 'rules' ? '' : fault.pointer.replace(/\.steps$/, '.steps[0]'),
  }));
