import type { VerificationSheet } from '../../kernel/verification-sheet.js';

const options = (...labels: readonly (readonly [id: string, label: string])[]) =>
  labels.map(([id, label]) => ({ id, label }));

/** The points that 小竹町 took up in its study of モデル事業 (目的, 人材育成, 今後の方向性, 補助金, 検証); the wording is 見本. */
export const KOTAKE_VERIFICATION: VerificationSheet = {
  days: 30,
  article: '交付要綱第12条（見本）',
  panel: true,
  points: [
    {
      ...{ id: 'purpose', label: '目的は達成されましたか', hint: '申請書に書いた目的とくらべて。' },
      options: options(
        ['reached', '達成された'],
        ['mostly', 'おおむね達成された'],
        ['partly', '一部だけ達成された'],
        ['not', '達成されなかった'],
      ),
    },
    {
      ...{ id: 'residents', label: '住民の参加と役割は十分でしたか', hint: '話し合い、準備、当日のそれぞれで。' },
      options: options(['enough', '十分だった'], ['some', 'ある程度あった'], ['little', '少なかった']),
    },
    {
      ...{ id: 'organization', label: '組織は育ちましたか', hint: '担い手が増えたか、役割を分けあえたか。' },
      options: options(
        ['grown', '育った'],
        ['somewhat', '少し育った'],
        ['same', '変わらない'],
        ['weaker', '弱くなった'],
      ),
    },
    {
      ...{ id: 'subsidy', label: '補助金は今後も必要ですか', hint: 'ほかの収入や、住民の負担でまかなえるか。' },
      options: options(['same', '同じ額が必要'], ['less', '少ない額で足りる'], ['none', 'なくても続けられる']),
    },
  ],
  directions: options(['continue', '継続'], ['grow', '拡充'], ['change', '見直し'], ['end', '終了']),
};
