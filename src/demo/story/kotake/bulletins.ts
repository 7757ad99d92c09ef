import type { TypedBulletin } from '../../../records/index.js';
import { went, type Troupe } from '../troupe.js';

/** お知らせ that is shown from the day it bears. */
export type ToldAtOnce = Omit<TypedBulletin, 'shownFrom'>;

/** One お知らせ, published at once. */
export async function publishBulletin(troupe: Troupe, clerk: string, bulletin: ToldAtOnce): Promise<void> {
  const blank = went(await (await troupe.as(clerk)).get(troupe.path('staff/public-face/bulletins/new')));
  const filled = blank.form().fill({ ...bulletin });
  const draft = went(await filled.submit('下書きを保存する'));
  went(await draft.form('公開する').submit());
}

/** What was told before somebody first looks, on the day it bears. */
export const springDecided = (day: string): ToldAtOnce => ({
  title: '春に募集した企画提案の結果をお知らせします（見本）',
  day,
  body: [
    '春の募集に提案を寄せてくださったみなさん、ありがとうございました。すべての提案を「町が行うもの」「住民が行うもの」「協働で行うもの」に分けました。',
    '町長の前で発表していただいたものなど3件を、モデル事業として採択します。結果は「寄せられた企画提案」のページで見られます。',
  ].join('\n'),
  shownUntil: '',
});

export const winterCall = (day: string): ToldAtOnce => ({
  title: '冬の企画提案を募集しています（見本）',
  day,
  body: [
    '今回のテーマは「災害にそなえる、となり近所の助け合い」です。一人でも、団体でも提案できます。',
    '金額や細かな計画は、まだ決まっていなくてかまいません。「企画提案」のページから、登録なしで提案できます。',
  ].join('\n'),
  shownUntil: '',
});

/** お知らせ of the town after its proposals were decided; all of it 見本. */
export const PROPOSALS_DECIDED: ToldAtOnce = {
  title: '企画提案29件を、三つに分けました（見本）',
  day: '令和8年7月13日',
  body: [
    '5月に募集した企画提案には、29件が寄せられました。ありがとうございました。',
    'すべての提案を、「町が行うもの」「住民が行うもの」「協働で行うもの」に分けました。このうち3件は、提案した方から話を聞き、町長の前で発表していただきました。この3件をモデル事業として採択します。',
    '結果は、「寄せられた企画提案」のページで見られます。',
  ].join('\n'),
  shownUntil: '',
};

/** お知らせ of the town once it has verified its model projects. */
export const PROJECTS_VERIFIED: ToldAtOnce = {
  title: 'モデル事業3件の検証を公表しました（見本）',
  day: '令和9年4月12日',
  body: [
    '令和8年度に行ったモデル事業3件について、団体、担当課、審査会がそれぞれふりかえり、今後の方向性を決めました。',
    '継続が1件、拡充が1件、見直しが1件です。「事業の検証」のページで、三つの答えを見くらべられます。',
  ].join('\n'),
  shownUntil: '',
};
