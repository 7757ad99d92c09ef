import type zenginCode from 'zengin-code';
import { Injectable } from '@nestjs/common';
import { createRequire } from 'node:module';
import { toTransferKana } from '../../kernel/kana.js';

export interface BankOffice {
  readonly code: string;
  readonly name: string;
  /** Half-width kana of at most 15 bytes, as the bank's file carries it. */
  readonly kana: string;
}

type Source = typeof zenginCode;
type Searchable = BankOffice & { readonly plainName: string };
type SearchableBank = Searchable & { readonly branches: ReadonlyMap<string, Searchable> };

const MOST_SHOWN = 50;

const ABBREVIATED_BACK: readonly (readonly [RegExp, string])[] = [
  [/信金$/, '信用金庫'],
  [/信組$/, '信用組合'],
  [/労金$/, '労働金庫'],
  [/(?<!組合|金庫|銀行)$/, '銀行'],
];

/** As a letter is addressed to it: the list leaves 銀行 and 支店 out. `福岡` → `福岡銀行`, `小郡` → `小郡支店`. */
export function addressedTo(bank: Pick<BankOffice, 'name'>, branch: Pick<BankOffice, 'name'>): string {
  const [long, whole] = ABBREVIATED_BACK.find(([short]) => short.test(bank.name)) ?? [/$/, ''];
  const name = /農協|漁協|農業|漁業|信連|信用農/.test(bank.name) ? bank.name : bank.name.replace(long, whole);
  const kind = bank.name.startsWith('ゆうちょ') ? '店' : '支店';
  const office = /(店|部|所|課|室|センター)$/.test(branch.name) ? branch.name : `${branch.name}${kind}`;
  return `${name}　${office}`;
}

/** What people write out and the list abbreviates. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/信用金庫$/, '信金'],
  [/信用組合$/, '信組'],
  [/労働金庫$/, '労金'],
  [/農業協同組合$/, '農協'],
  [/漁業協同組合$/, '漁協'],
  [/^(?:JA|ＪＡ)(.+?)(?:農協)?$/i, '$1農協'],
  [/(?<!^)銀行$/, ''],
  [/(?<!^)支店$/, ''],
];

/**
 * Banks and their branches by code, name or kana, from the list that banks share (npm `zengin-code`, MIT).
 * Only banks that are listed today exist here; branch lists of banks no longer listed are left out.
 */
@Injectable()
export class BankDirectory {
  private loaded: ReadonlyMap<string, SearchableBank> | null = null;

  bank(code: string): BankOffice | null {
    return plain(this.banks.get(code));
  }

  branch(bankCode: string, branchCode: string): BankOffice | null {
    return plain(this.banks.get(bankCode)?.branches.get(branchCode));
  }

  /** The best matches first, at most fifty; a code of four digits, a name with or without 銀行, or kana of any width. */
  findBanks(typed: string): BankOffice[] {
    return find([...this.banks.values()], typed);
  }

  /** Branches of one bank; all of them (at most fifty) for blank input, none for an unknown bank. */
  findBranches(bankCode: string, typed: string): BankOffice[] {
    const branches = [...(this.banks.get(bankCode)?.branches.values() ?? [])];
    return typed.trim() === '' ? branches.slice(0, MOST_SHOWN).map(bare) : find(branches, typed);
  }

  get size(): number {
    return this.banks.size;
  }

  /** Read at first use: five megabytes that a worker drawing letters never needs. */
  private get banks(): ReadonlyMap<string, SearchableBank> {
    this.loaded ??= load(createRequire(import.meta.url)('zengin-code') as Source);
    return this.loaded;
  }
}

function load(source: Source): ReadonlyMap<string, SearchableBank> {
  const listed = Object.values(source).filter((bank) => /^\d{4}$/.test(bank.code) && bank.name !== '');
  return new Map(
    listed.map((bank) => {
      const branches = Object.values(bank.branches).map((branch) => [branch.code, searchable(branch)] as const);
      return [bank.code, { ...searchable(bank), branches: new Map(branches) }];
    }),
  );
}

const searchable = ({ code, name, kana }: BankOffice): Searchable => ({
  code,
  name: name.normalize('NFC'),
  kana: toTransferKana(kana),
  plainName: plainNameOf(name),
});

const plainNameOf = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').replaceAll('ヶ', 'ケ').toUpperCase();

function find(offices: readonly Searchable[], typed: string): BankOffice[] {
  const wanted = plainNameOf(typed);
  if (wanted === '') return [];
  const short = ABBREVIATIONS.reduce((text, [long, abbreviation]) => text.replace(long, abbreviation), wanted);
  const kana = toTransferKana(short).replaceAll(' ', '');
  const rank = (office: Searchable): number => {
    const officeKana = office.kana.replaceAll(' ', '');
    if ([office.code, office.plainName, officeKana].some((text) => text === wanted || text === short || text === kana))
      return 0;
    if (office.plainName.startsWith(short) || officeKana.startsWith(kana)) return 1;
    return office.plainName.includes(short) || officeKana.includes(kana) ? 2 : 3;
  };
  return offices
    .map((office) => ({ office, rank: rank(office) }))
    .filter(({ rank: found }) => found < 3)
    .sort((a, b) => a.rank - b.rank || a.office.code.localeCompare(b.office.code))
    .slice(0, MOST_SHOWN)
    .map(({ office }) => bare(office));
}

const bare = ({ code, name, kana }: BankOffice): BankOffice => ({ code, name, kana });
const plain = (office: BankOffice | undefined): BankOffice | null => (office ? bare(office) : null);
