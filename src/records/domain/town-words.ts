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
  /** How easily everyone can use these pages, and whom to tell where one cannot. */
  readonly accessibility: string;
  /** What is done with what people write of themselves here. */
  readonly privacy: string;
}

export const WORD_FIELDS = [
  'lead',
  'summary',
  'about',
  'applying',
  'accessibility',
  'privacy',
] as const satisfies readonly (keyof TownWords)[];

export const WORD_LABEL: Readonly<Record<keyof TownWords, string>> = {
  lead: '入口のページの見出しの下の文',
  summary: '協働についての短い説明',
  about: '「協働とは」のページ',
  applying: '申し込みかた',
  accessibility: '「アクセシビリティ方針」のページ',
  privacy: '「個人情報の扱い」のページ',
};

/** The most characters that each takes. */
export const LONGEST_WORDS: Readonly<Record<keyof TownWords, number>> = {
  lead: 200,
  summary: 600,
  about: 8000,
  applying: 600,
  accessibility: 4000,
  privacy: 4000,
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
  accessibility: [
    'このページは、年齢や障がいの有無、使う機器にかかわらず、だれでも使えることをめざしています。',
    '',
    '■ めざす水準',
    '日本産業規格 JIS X 8341-3:2016 の適合レベルAAに沿って作ります。',
    '',
    '■ 工夫していること',
    '・キーボードだけで、すべての操作ができます。',
    '・文字を大きくしても、スマートフォンの細い画面でも、横に動かさずに読めます。',
    '・色だけで意味を伝えません。写真には説明を付けます。',
    '・JavaScriptを使わない設定でも、申し込みや提案ができます。',
    '',
    '■ まだ十分でないもの',
    '添付された資料や写真の説明には、読み上げに向かないものが残っていることがあります。',
    '',
    '■ 使いにくいとき',
    '使いにくいところを見つけたときや、別の形で資料がほしいときは、下の問い合わせ先に知らせてください。電話や窓口でも、同じ手続ができます。',
  ].join('\n'),
  privacy: [
    '企画提案、意見、首長への手紙、補助金の申請などで書いていただいた個人情報は、その手続のためだけに使います。',
    '',
    '■ いただくもの',
    '・企画提案、意見、手紙：お名前と、連絡先（電話、住所、メールアドレスのうち書いていただいたもの）',
    '・補助金の申請：団体の役員の名前と連絡先、振込先の口座',
    '',
    '■ 読む人と、残す期間',
    '担当課と、その手続にかかわる職員（決裁、支払、監査）、審査会の委員だけが読みます。提案や手紙の連絡先は、決めた日数を過ぎると消します。補助金の書類は、文書の保存の定めに従って残します。',
    '',
    '■ 公表しないもの',
    '電話番号、住所、メールアドレス、口座は公表しません。提案した方のお名前は、「公表してよい」と答えた方だけを載せます。',
    '',
    '■ このページが自動で扱うもの',
    '・クッキーは、ログインや、書きかけの提案に戻るためだけに使います。',
    '・短い時間に何度も送られるのを防ぐため、接続元の番号を、もとの番号がわからない形に変えて使います。',
    '・閲覧の様子を調べる外部のサービスは使っていません。',
    '',
    '■ 見たい、直したい、消したいとき',
    'ご自分の情報の開示や訂正は、下の問い合わせ先に申し出てください。',
  ].join('\n'),
};

/** What visitors read: the town's own words, the neutral ones where it has none. */
export function shownWords(own: TownWords | null): TownWords {
  const shown = (field: keyof TownWords): string => own?.[field] || NEUTRAL_WORDS[field];
  return {
    ...{ lead: shown('lead'), summary: shown('summary'), about: shown('about'), applying: shown('applying') },
    ...{ accessibility: shown('accessibility'), privacy: shown('privacy') },
  };
}

export const trimmedWords = (typed: TownWords): TownWords => ({
  lead: typed.lead.trim().replace(/\s*\n\s*/g, ''),
  summary: typed.summary.trim(),
  about: typed.about.trim(),
  applying: typed.applying.trim(),
  accessibility: typed.accessibility.trim(),
  privacy: typed.privacy.trim(),
});

/** Faults at the fields: only their length can be wrong. */
export const faultsInWords = (words: TownWords): Fault[] =>
  WORD_FIELDS.filter((field) => countCharacters(words[field]) > LONGEST_WORDS[field]).map((field) => ({
    pointer: field,
    code: 'common.too-long',
    params: { max: LONGEST_WORDS[field] },
  }));

export const sameWords = (one: TownWords, other: TownWords): boolean =>
  WORD_FIELDS.every((field) => one[field] === other[field]);
