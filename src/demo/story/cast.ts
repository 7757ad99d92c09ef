/** One organisation of the story. Names of districts are public facts; people, addresses and accounts are invented (見本). */
export interface CastOrganization {
  /** Officers sign in as this. */
  readonly signInName: string;
  readonly district: string;
  readonly name: string;
  readonly kana: string;
  readonly wards: readonly string[];
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  /** Without one the letters are printed and sent by post. */
  readonly mail: string | null;
  readonly chair: { readonly name: string; readonly kana: string };
  readonly treasurer: { readonly name: string; readonly kana: string };
  readonly account: CastAccount;
}

export type CastAccount =
  | {
      readonly kind: 'bank';
      /** What an officer types into the search, and the one that is then chosen. */
      readonly bank: { readonly search: string; readonly code: string };
      readonly branch: { readonly search: string; readonly code: string };
      readonly type: '1' | '2' | '4';
      readonly number: string;
      readonly holderKana: string;
    }
  | { readonly kind: 'yucho'; readonly symbol: string; readonly number: string; readonly holderKana: string };

const FUKUOKA = { search: 'ふくおか', code: '0177' };
const FUKUOKA_OGORI = { search: '小郡', code: '636' };
const CHIKUHO = { search: '筑邦', code: '0178' };
const CHIKUHO_OGORI = { search: 'オゴオリ', code: '101' };
const NISHINIPPON = { search: '西日本シティ', code: '0190' };
const NISHINIPPON_OGORI = { search: '小郡', code: '058' };

const wardsOf = (district: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${district}第${String(index + 1)}区（見本）`);

interface Sketch {
  readonly signInName: string;
  readonly district: string;
  readonly kana: string;
  readonly title?: string;
  readonly wards: readonly string[];
  readonly street: string;
  readonly mail?: string;
  readonly chair: readonly [name: string, kana: string];
  readonly treasurer: readonly [name: string, kana: string];
  readonly account: CastAccount;
}

const ogoriCouncil = (sketch: Sketch): CastOrganization => ({
  signInName: sketch.signInName,
  district: sketch.district,
  name: sketch.title ?? `${sketch.district}校区協働のまちづくり協議会`,
  kana: sketch.kana,
  wards: sketch.wards,
  postalCode: '838-0100',
  address: `福岡県小郡市${sketch.street}（見本）`,
  phone: '0942-00-0000',
  mail: sketch.mail ?? null,
  chair: { name: sketch.chair[0], kana: sketch.chair[1] },
  treasurer: { name: sketch.treasurer[0], kana: sketch.treasurer[1] },
  account: sketch.account,
});

const bank = (
  place: { bank: typeof FUKUOKA; branch: typeof FUKUOKA_OGORI },
  number: string,
  holderKana: string,
  type: '1' | '2' | '4' = '1',
): CastAccount => ({ kind: 'bank', ...place, type, number, holderKana });

const FUKUOKA_BANK = { bank: FUKUOKA, branch: FUKUOKA_OGORI };
const CHIKUHO_BANK = { bank: CHIKUHO, branch: CHIKUHO_OGORI };
const NISHINIPPON_BANK = { bank: NISHINIPPON, branch: NISHINIPPON_OGORI };

/** One council for each elementary-school district of 小郡市; their 69 wards are invented except those of 御原. */
export const OGORI_CAST: readonly CastOrganization[] = [
  ogoriCouncil({
    signInName: 'ogori-yakuin',
    district: '小郡',
    kana: 'おごおりこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('小郡', 12),
    street: '小郡1番地',
    mail: 'ogori@example.invalid',
    chair: ['髙﨑 𠮷子', 'たかさき よしこ'],
    treasurer: ['小板井 見本', 'こいたい みほん'],
    account: bank(
      FUKUOKA_BANK,
      '1000011',
      'オゴオリコウクキヨウドウノマチヅクリキヨウギカイ カイチヨウ タカサキヨシコ',
    ),
  }),
  ogoriCouncil({
    signInName: 'higashino-yakuin',
    district: '東野',
    kana: 'ひがしのこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('東野', 9),
    street: '小板井2番地',
    mail: 'higashino@example.invalid',
    chair: ['東野 見本一', 'ひがしの みほんいち'],
    treasurer: ['祇園 見本', 'ぎおん みほん'],
    account: bank(CHIKUHO_BANK, '1000022', 'ヒガシノコウクマチヅクリキヨウギカイ'),
  }),
  ogoriCouncil({
    signInName: 'nozomi-yakuin',
    district: 'のぞみが丘',
    title: 'のぞみが丘小学校区協働のまちづくり協議会',
    kana: 'のぞみがおかしょうがっこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('のぞみが丘', 6),
    street: '希みが丘3番地',
    mail: 'nozomi@example.invalid',
    chair: ['希望 見本二', 'きぼう みほんに'],
    treasurer: ['美鈴 見本', 'みすず みほん'],
    account: bank(NISHINIPPON_BANK, '1000033', 'ノゾミガオカシヨウガツコウクキヨウドウノマチヅクリキヨウギカイ'),
  }),
  ogoriCouncil({
    signInName: 'ohara-yakuin',
    district: '大原',
    kana: 'おおはらこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('大原', 9),
    street: '大板井4番地',
    mail: 'ohara@example.invalid',
    chair: ['大原 見本三', 'おおはら みほんさん'],
    treasurer: ['大崎 見本', 'おおさき みほん'],
    account: bank(FUKUOKA_BANK, '1000044', 'オオハラコウクキヨウドウノマチヅクリキヨウギカイ', '2'),
  }),
  ogoriCouncil({
    signInName: 'mikuni-yakuin',
    district: '三国',
    kana: 'みくにこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('三国', 12),
    street: '三沢5番地',
    mail: 'mikuni@example.invalid',
    chair: ['三国 見本四', 'みくに みほんよん'],
    treasurer: ['力武 見本一', 'りきたけ みほんいち'],
    account: { kind: 'yucho', symbol: '17440', number: '10000551', holderKana: 'ミクニコウクマチヅクリキヨウギカイ' },
  }),
  ogoriCouncil({
    signInName: 'tateishi-yakuin',
    district: '立石',
    kana: 'たていしこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('立石', 9),
    street: '立石6番地',
    mail: 'tateishi@example.invalid',
    chair: ['立石 見本五', 'たていし みほんご'],
    treasurer: ['井上 見本', 'いのうえ みほん'],
    account: bank(CHIKUHO_BANK, '1000066', 'タテイシコウクマチヅクリキヨウギカイ カイケイ イノウエ'),
  }),
  ogoriCouncil({
    signInName: 'ajisaka-yakuin',
    district: '味坂',
    kana: 'あじさかこうくきょうどうのまちづくりきょうぎかい',
    wards: wardsOf('味坂', 6),
    street: '八坂7番地',
    // No mail address and no consent: this council's letters are printed and posted.
    chair: ['味坂 見本六', 'あじさか みほんろく'],
    treasurer: ['光行 見本', 'みつゆき みほん'],
    account: bank(FUKUOKA_BANK, '1000077', 'アジサカコウクマチヅクリキヨウギカイ'),
  }),
  ogoriCouncil({
    signInName: 'mihara-yakuin',
    district: '御原',
    kana: 'みはらこうくきょうどうのまちづくりきょうぎかい',
    wards: ['稲吉', '二森', '下岩田', '二タ', ...wardsOf('御原', 2)],
    street: '二森8番地',
    mail: 'mihara@example.invalid',
    chair: ['御原 見本七', 'みはら みほんなな'],
    treasurer: ['二森 見本', 'ふたもり みほん'],
    account: bank(NISHINIPPON_BANK, '1000088', 'ミハラコウクマチヅクリキヨウギカイ'),
  }),
];

const kotakeCouncil = (sketch: Sketch): CastOrganization => ({
  ...ogoriCouncil(sketch),
  name: `${sketch.district}地区まちづくり協議会（見本）`,
  postalCode: '820-1100',
  address: `福岡県鞍手郡小竹町${sketch.street}（見本）`,
  phone: '0949-00-0000',
});

/** Two invented organisations of 小竹町. */
export const KOTAKE_CAST: readonly CastOrganization[] = [
  kotakeCouncil({
    signInName: 'katsuno-yakuin',
    district: '勝野',
    kana: 'かつのちくまちづくりきょうぎかい',
    wards: wardsOf('勝野', 5),
    street: '大字勝野1番地',
    mail: 'katsuno@example.invalid',
    chair: ['勝野 見本八', 'かつの みほんはち'],
    treasurer: ['本町 見本', 'もとまち みほん'],
    account: bank(FUKUOKA_BANK, '2000011', 'カツノチクマチヅクリキヨウギカイ'),
  }),
  kotakeCouncil({
    signInName: 'gotoku-yakuin',
    district: '御徳',
    kana: 'ごとくちくまちづくりきょうぎかい',
    wards: wardsOf('御徳', 4),
    street: '大字御徳2番地',
    mail: 'gotoku@example.invalid',
    chair: ['御徳 見本九', 'ごとく みほんく'],
    treasurer: ['新山崎 見本', 'しんやまさき みほん'],
    account: bank(NISHINIPPON_BANK, '2000022', 'ゴトクチクマチヅクリキヨウギカイ'),
  }),
];
