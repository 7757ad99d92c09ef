import type { Fault } from '../../kernel/domain-error.js';
import { countCharacters } from '../../kernel/text.js';

/** 町の紹介文: what a town says of itself on its public pages. A field that is left blank shows the neutral words. */
export interface TownWords {
  /** Under the heading of the town page: one or two sentences. */
  readonly lead: string;
  /** 協働 in a few sentences, on the town page. */
  readonly summary: string;
  /** 協働 told whole, on a page of its own. */
  readonly about: string;
  /** How one applies, beside what is open now. */
  readonly applying: string;
}

export const WORD_FIELDS = ['lead', 'summary', 'about', 'applying'] as const satisfies readonly (keyof TownWords)[];

export const WORD_LABEL: Readonly<Record<keyof TownWords, string>> = {
  lead: '入口のページの見出しの下の文',
  summary: '協働についての短い説明',
  about: '「協働とは」のページ',
  applying: '申し込みかた',
};

/** The most characters that each takes. */
export const LONGEST_WORDS: Readonly<Record<keyof TownWords, number>> = {
  lead: 200,
  summary: 600,
  about: 8000,
  applying: 600,
};

/** For a town that has written nothing yet. */
export const NEUTRAL_WORDS: TownWords = {
  lead: '地域の活動への補助金の申請から、交付の内容、話し合いの記録までを、このページから見られます。',
  summary:
    '「協働」は、住民と役所が、それぞれにできることを持ち寄って、いっしょに地域をよくしていくことです。\n自分や家族でできること（自助）、近所で助け合えばできること（共助）、役所が支えること（公助）を組み合わせます。',
  about: [
    '「協働」は、住民と役所が、同じ目的のために、それぞれの得意なことを持ち寄って取り組むことです。ごみ拾い、見守り、まつりの準備のように、地域でふだんから行われていることも協働です。',
    '',
    '■ 三つの支え',
    '・自助：自分のこと、家のことは、まず自分と家族で行います。',
    '・共助：一人では難しいことを、近所や地域の団体で助け合います。',
    '・公助：地域だけでは難しいことを、役所などの公の機関が支えます。',
    '',
    '三つのうちのどれか一つで足りることは、多くありません。足りないところを補い合うことが、協働の始まりです。',
    '',
    '■ 補助金の役割',
    '地域の団体が自分たちで決めて行う活動の費用を、役所が補助します。何に、いくら使われたかは、このホームページで公表します。',
  ].join('\n'),
  applying:
    '補助金は、登録した団体がログインして申し込みます。パソコンやスマートフォンを使わないときは、用紙に書いて窓口に出せます。',
};

/** What visitors read: the town's own words, the neutral ones where it has none. */
export function shownWords(own: TownWords | null): TownWords {
  const shown = (field: keyof TownWords): string => own?.[field] || NEUTRAL_WORDS[field];
  return { lead: shown('lead'), summary: shown('summary'), about: shown('about'), applying: shown('applying') };
}

export const trimmedWords = (typed: TownWords): TownWords => ({
  lead: typed.lead.trim().replace(/\s*\n\s*/g, ''),
  summary: typed.summary.trim(),
  about: typed.about.trim(),
  applying: typed.applying.trim(),
});

/** Faults at `lead`, `summary`, `about`, `applying`: only their length can be wrong. */
export const faultsInWords = (words: TownWords): Fault[] =>
  WORD_FIELDS.filter((field) => countCharacters(words[field]) > LONGEST_WORDS[field]).map((field) => ({
    pointer: field,
    code: 'common.too-long',
    params: { max: LONGEST_WORDS[field] },
  }));

export const sameWords = (one: TownWords, other: TownWords): boolean =>
  WORD_FIELDS.every((field) => one[field] === other[field]);
