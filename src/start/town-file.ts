import { municipalityId } from '../kernel/actor.js';
import type { MunicipalityDefinition, SectionDefinition, TownBank } from '../municipalities/index.js';
import { StartError } from './start-error.js';

/** What a town hall writes down to begin: the town as its letters and payments show it, and who administers it. */
export interface TownFile {
  readonly town: MunicipalityDefinition;
  readonly administrator: { readonly name: string; readonly kana: string; readonly section: string };
}

type Shape = Readonly<Record<string, (value: unknown) => string | null>>;

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? null : 'a text');
const textOrNull = (value: unknown): string | null =>
  value === null || text(value) === null ? null : 'a text or null';
const yesOrNo = (value: unknown): string | null => (typeof value === 'boolean' ? null : 'true or false');
const count = (value: unknown): string | null =>
  Number.isInteger(value) && (value as number) >= 0 ? null : 'a whole number';
const counts = (value: unknown): string | null =>
  Array.isArray(value) && value.every((each) => count(each) === null) ? null : 'a list of whole numbers';
const oneOf =
  (...choices: readonly (string | null)[]) =>
  (value: unknown): string | null =>
    choices.includes(value as string | null)
      ? null
      : `one of ${choices.map((each) => JSON.stringify(each)).join(', ')}`;
const readElsewhere = (): null => null;

const SECTION: Shape = {
  ...{ name: text, code: text, unit: text, phone: text, fax: text, mail: textOrNull, address: text },
  role: oneOf('promotion', 'treasury', null),
};
const BANK: Shape = {
  ...{ consignorCode: text, consignorKana: text, bankCode: text, bankKana: text, branchCode: text, branchKana: text },
  ...{ accountKind: oneOf('1', '2'), accountNumber: text, lineEnd: oneOf('crlf', 'none'), endOfFile: yesOrNo },
  ...{ permittedSymbols: text, transferType: oneOf('7', '8'), cutOffBusinessDays: count },
};
const ADMINISTRATOR: Shape = { name: text, kana: text, section: text };
const TOWN: Shape = {
  ...{
    id: text,
    slug: text,
    name: text,
    kana: text,
    prefecture: text,
    hallName: text,
    postalCode: text,
    address: text,
  },
  ...{ headTitle: text, headName: text, headVacantActing: textOrNull, treasurerTitle: text, treasurerName: text },
  ...{ paymentMode: oneOf('accounting-file', 'bank-file'), electronicDeliveryBasis: textOrNull, reminderDays: counts },
  ...{ bank: readElsewhere, sections: readElsewhere, administrator: readElsewhere },
};

/** Reads the file; every fault is named with its place. What the values mean is checked when the town is opened. */
export function readTownFile(json: string): TownFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    throw new StartError(`The town's file is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const faults: string[] = [];
  const read = (value: unknown, shape: Shape, place: string): Record<string, unknown> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(`${place || 'the file'} must be an object`);
      return {};
    }
    const at = (name: string): string => (place === '' ? name : `${place}.${name}`);
    const values = value as Record<string, unknown>;
    for (const name of Object.keys(values)) if (!(name in shape)) faults.push(`${at(name)} is not known`);
    for (const [name, wanted] of Object.entries(shape)) {
      const lack = name in values ? wanted(values[name]) : wanted(undefined);
      if (lack !== null) faults.push(`${at(name)} must be ${lack}`);
    }
    return values;
  };

  const { administrator, bank, sections, ...town } = read(parsed, TOWN, '');
  const person = read(administrator, ADMINISTRATOR, 'administrator');
  const account = bank === null ? null : read(bank, BANK, 'bank');
  if (!Array.isArray(sections)) faults.push('sections must be a list');
  const list = (Array.isArray(sections) ? sections : []).map((each: unknown, at) =>
    read(each, SECTION, `sections[${String(at)}]`),
  );
  if (list.length > 0 && !list.some(({ name }) => name === person['section'])) {
    faults.push('administrator.section must be the name of one of the sections');
  }
  if (faults.length > 0)
    throw new StartError(`The town's file needs a look:\n${faults.map((each) => `- ${each}`).join('\n')}`);
  return {
    town: {
      ...(town as unknown as MunicipalityDefinition),
      id: municipalityId(town['id'] as string),
      bank: account as unknown as TownBank | null,
      sections: list as unknown as readonly SectionDefinition[],
    },
    administrator: person as unknown as TownFile['administrator'],
  };
}
