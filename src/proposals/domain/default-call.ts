import type { FormSection } from '../../forms/index.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import type { Call, CallDocument } from './call.js';

const essay = (id: string, label: string, hint: string, required = true, maxLength = 800) =>
  ({ id, kind: 'text', lines: 'many', label, hint, maxLength, required, when: null }) as const;

/** What a first call asks; the ids are those that the application of a model project asks again. */
export const USUAL_QUESTIONS: readonly FormSection[] = [
  {
    id: 'proposal',
    title: '提案の内容',
    lead: '決まっていないところは、いまの考えを書いてください。',
    questions: [
      essay('aim', '解決したいこと', '地域のどんな困りごとを、どうしたいですか。'),
      essay('activities', '行うこと', 'だれが、いつごろ、何をしますか。'),
      {
        id: 'place',
        kind: 'place',
        label: '場所',
        hint: '場所が決まっているときに書きます。',
        required: false,
        when: null,
      },
      essay('people', '担い手と、協力してほしい人', '住民・団体・町が、それぞれ何を受け持つとよいですか。', false, 400),
      essay('expected', '期待すること', '行うと、地域はどう変わりますか。', false, 400),
      {
        id: 'papers',
        kind: 'file',
        label: '参考になる資料',
        hint: '写真や図があれば添えます。',
        required: false,
        when: null,
        many: true,
      },
    ],
  },
];

const USUAL_DAYS = 30;

/** The words and questions of the last call, or the usual ones where there was none; its period begins today. */
export function nextCall(last: Call | null, today: LocalDate, sectionId: string): CallDocument {
  const period = { opens: today, closes: addDays(today, USUAL_DAYS), fiscalYear: fiscalYearOf(today) };
  if (last) {
    const { lead, themeKind, theme, proposers, fields, form, rubric, afterwards } = last;
    return {
      ...period,
      title: last.title,
      lead,
      themeKind,
      theme,
      proposers,
      fields,
      form,
      rubric,
      afterwards,
      sectionId,
    };
  }
  return {
    ...{ ...period, title: '企画提案の募集', lead: '', themeKind: 'free', theme: '', sectionId },
    proposers: ['resident', 'organization', 'company', 'staff'],
    fields: [
      { id: 'community', label: 'コミュニティ' },
      { id: 'other', label: 'その他' },
    ],
    form: USUAL_QUESTIONS,
    rubric: null,
    afterwards: '担当課が内容を確かめ、必要なときは話をうかがいます。結果は、提案した方にお知らせします。',
  };
}
