import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatEra, parseDay, type LocalDate } from '../../kernel/local-date.js';

export const VISIT_KINDS = ['site-visit', 'hearing'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];
export const VISIT_LABEL: Readonly<Record<VisitKind, string>> = { 'site-visit': '現地調査', hearing: '聞き取り' };

/** On whose side somebody was present. */
export const PRESENT_SIDES = ['town', 'organization', 'proposer', 'other'] as const;
export type PresentSide = (typeof PRESENT_SIDES)[number];
export const SIDE_LABEL: Readonly<Record<PresentSide, string>> = {
  town: '職員',
  organization: '団体',
  proposer: '提案者',
  other: 'その他',
};

export interface PresentPerson {
  readonly name: string;
  readonly role: string;
  readonly side: PresentSide;
}

/** What a note says; photographs stand beside it. */
export interface VisitContent {
  readonly kind: VisitKind;
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly people: readonly PresentPerson[];
  readonly found: string;
}

/** What a note speaks of, known here by its kind and id alone. */
export interface VisitSubjectRef {
  readonly kind: string;
  readonly id: string;
}

export interface VisitPhoto {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** One version of a note: the first, or a correction with its reason. */
export interface VisitVersion extends VisitContent {
  readonly version: number;
  readonly reason: string;
  readonly photos: readonly VisitPhoto[];
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** A note with every version it ever had, the newest last. */
export interface VisitNote {
  readonly id: string;
  readonly subject: VisitSubjectRef;
  /** null where it speaks of somebody who belongs to none. */
  readonly organizationId: string | null;
  readonly versions: readonly [VisitVersion, ...VisitVersion[]];
}

export interface TypedVisit {
  readonly kind: string;
  readonly heldOn: string;
  readonly place: string;
  readonly people: readonly { readonly name: string; readonly role: string; readonly side: string }[];
  readonly found: string;
}

export const LONGEST_PLACE = 200;
export const LONGEST_FOUND = 4000;
export const LONGEST_NAME = 100;
export const LONGEST_MOVE_TEXT_REASON = 500;

export const newestOf = ({ versions }: VisitNote): VisitVersion => versions.at(-1) ?? versions[0];

/** What was typed, or every fault at its field: `kind`, `heldOn`, `place`, `people.p<row>.name`, `found`. */
export function readVisit(
  typed: TypedVisit,
  today: LocalDate,
): { readonly content: VisitContent | null; readonly faults: Fault[] } {
  const kind = VISIT_KINDS.find((each) => each === typed.kind);
  const [place, found] = [typed.place.trim(), typed.found.trim()];
  const { heldOn, faults: dayFaults } = readHeldOn(typed.heldOn, today);
  const faults: Fault[] = [
    ...(kind ? [] : [{ pointer: 'kind', code: 'visits.kind-missing' }]),
    ...dayFaults,
    ...(place === '' ? [{ pointer: 'place', code: 'visits.place-missing' }] : tooLong('place', place, LONGEST_PLACE)),
    ...(found === '' ? [{ pointer: 'found', code: 'visits.found-missing' }] : tooLong('found', found, LONGEST_FOUND)),
  ];
  const people: PresentPerson[] = [];
  for (const [row, { name, role, side }] of typed.people.entries()) {
    const person = { name: name.trim(), role: role.trim(), side: PRESENT_SIDES.find((each) => each === side) };
    if (person.name === '' && person.role === '') continue;
    const at = (field: string): string => `people.p${String(row + 1)}.${field}`;
    if (person.name === '') faults.push({ pointer: at('name'), code: 'visits.name-missing', params: { row: row + 1 } });
    faults.push(...tooLong(at('name'), person.name, LONGEST_NAME), ...tooLong(at('role'), person.role, LONGEST_NAME));
    people.push({ ...person, side: person.side ?? 'other' });
  }
  if (people.length === 0) faults.push({ pointer: 'people', code: 'visits.nobody-present' });
  const content = kind && heldOn && faults.length === 0 ? { kind, heldOn, place, people, found } : null;
  return { content, faults };
}

function readHeldOn(typed: string, today: LocalDate): { readonly heldOn: LocalDate | null; readonly faults: Fault[] } {
  const refused = (code: string) => ({ heldOn: null, faults: [{ pointer: 'heldOn', code, params: { label: '日' } }] });
  let heldOn: LocalDate | null;
  try {
    heldOn = parseDay(typed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refused('common.day-unreadable');
  }
  if (heldOn === null) return refused('common.day-missing');
  return heldOn > today ? refused('visits.in-future') : { heldOn, faults: [] };
}

/** The reason of a correction: fault at `reason`. */
export function reasonFaults(reason: string): Fault[] {
  if (reason.trim() === '') return [{ pointer: 'reason', code: 'visits.reason-missing' }];
  return tooLong('reason', reason.trim(), LONGEST_MOVE_TEXT_REASON);
}

const tooLong = (pointer: string, text: string, max: number): Fault[] =>
  [...text].length > max ? [{ pointer, code: 'common.too-long', params: { max } }] : [];

/** `現地調査（令和8年5月11日）`. */
export const visitTitle = ({ kind, heldOn }: Pick<VisitContent, 'kind' | 'heldOn'>): string =>
  `${VISIT_LABEL[kind]}（${formatEra(heldOn)}）`;

export const personInWords = ({ name, role, side }: PresentPerson): string =>
  role === '' ? `${name}（${SIDE_LABEL[side]}）` : `${name}（${SIDE_LABEL[side]}、${role}）`;

/** Every field of a version by its label, as people read it. */
export const visitInWords = (version: Omit<VisitVersion, 'reason' | 'writtenAt' | 'writtenBy' | 'version'>) => [
  { label: '種類', value: VISIT_LABEL[version.kind] },
  { label: '日', value: formatEra(version.heldOn) },
  { label: '場所', value: version.place },
  { label: '立ち会った人', value: version.people.map(personInWords).join('、') },
  { label: '分かったこと', value: version.found },
  { label: '写真', value: version.photos.map(({ name }) => name).join('、') },
];

/** One correction: what it changed, before and after. */
export function changesOf(
  before: VisitVersion,
  after: VisitVersion,
): { readonly label: string; readonly before: string; readonly after: string }[] {
  const then = visitInWords(before);
  return visitInWords(after)
    .map(({ label, value }, index) => ({ label, before: then[index]?.value ?? '', after: value }))
    .filter((change) => change.before !== change.after);
}

/** The note in one paragraph, as a draft of a decision cites it. */
export function noteInWords(note: VisitNote): string {
  const newest = newestOf(note);
  const { place, people, found, photos } = newest;
  const present = people.map(personInWords).join('、');
  const pictures = photos.length === 0 ? '' : `　写真${String(photos.length)}枚`;
  return `${visitTitle(newest)}　${place}　立会い：${present}　${found}${pictures}`;
}
