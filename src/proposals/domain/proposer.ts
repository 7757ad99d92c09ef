import type { Fault } from '../../kernel/domain-error.js';
import { countCharacters, foldedDigits } from '../../kernel/text.js';
import { PROPOSER_KINDS, type Call, type ProposerKind } from './call.js';
import type { Proposer } from './proposal.js';

/** What a proposal begins with, as typed. */
export interface TypedBasics {
  readonly kind: string;
  readonly name: string;
  readonly contact: string;
  readonly mail: string;
  /** 'yes' or 'no': may the name be published. */
  readonly publicName: string;
  readonly title: string;
  readonly field: string;
}

export interface Basics {
  readonly proposer: Proposer;
  readonly title: string;
  readonly fieldId: string;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const LONGEST = { name: 60, contact: 200, mail: 200, title: 60 } as const;

/** As whom one may propose without an account: nobody is taken for staff without the town's own check. */
export const openKinds = ({ proposers }: Pick<Call, 'proposers'>): readonly ProposerKind[] =>
  proposers.filter((kind) => kind !== 'staff');

/**
 * Only a name and a way to be reached are asked of a person; one of contact and mail is enough. An organisation that is
 * signed in is reached through the register (`known`); `kinds` are those among which the writer
 * may choose. The faults come in the order of the fields on the form.
 */
export function readBasics(
  typed: TypedBasics,
  call: Pick<Call, 'proposers' | 'fields'>,
  { known, kinds = call.proposers }: { readonly known: boolean; readonly kinds?: readonly ProposerKind[] },
): { readonly basics: Basics; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, params = {}): void => void faults.push({ pointer, code, params });
  const text = (pointer: 'name' | 'contact' | 'mail' | 'title', label: string): string => {
    const words = typed[pointer].trim();
    const most = LONGEST[pointer];
    if (countCharacters(words) > most) fault(pointer, 'forms.too-long', { label, most });
    return words;
  };
  const title = text('title', '提案の名称');
  if (title === '') fault('title', 'proposals.title-missing');
  const field = call.fields.find(({ id }) => id === typed.field);
  if (!field) fault('field', 'proposals.field-missing');
  const kind = PROPOSER_KINDS.find((one) => one === typed.kind && kinds.includes(one));
  if (!kind) fault('kind', 'proposals.kind-missing');
  const name = text('name', 'お名前');
  if (name === '') fault('name', 'proposals.name-missing');
  const contact = foldedDigits(text('contact', '電話番号や住所'));
  const mail = text('mail', 'メールアドレス').normalize('NFKC');
  if (mail !== '' && !MAIL.test(mail)) fault('mail', 'proposals.mail-unreadable');
  if (!known && contact === '' && mail === '') fault('contact', 'proposals.contact-missing');
  if (typed.publicName !== 'yes' && typed.publicName !== 'no') fault('publicName', 'proposals.public-name-missing');
  const proposer = { kind: kind ?? 'resident', name, publicName: typed.publicName === 'yes', contact, mail };
  return { basics: { proposer, title, fieldId: field?.id ?? '' }, faults };
}
