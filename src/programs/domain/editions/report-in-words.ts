import { groupDigits } from '../../../kernel/yen.js';
import type { ProgramDocument } from '../program-document.js';
import type { ReportForm } from '../report-form.js';
import { questionInWords } from '../../../forms/index.js';

interface Said {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

/** What an edition says of the report and of 額の確定. */
export function reportInWords({ report }: Pick<ProgramDocument, 'report'>): Said[] {
  if (!report) return [{ key: 'none', label: '実績報告', words: '求めない' }];
  const { form, checklist, carryOver, articles, formLabel } = report;
  return [
    { key: 'due', label: '実績報告の期限', words: dueInWords(report) },
    ...form.flatMap((section) =>
      section.questions.map((question) => ({
        key: `question.${question.id}`,
        label: `実績の質問「${question.label}」`,
        words: questionInWords(question, section, form),
      })),
    ),
    { key: 'receipts', label: '領収書の写し', words: report.receipts ? '求める' : '求めない' },
    {
      key: 'carryOver',
      label: '次年度繰越',
      words: carryOver ? withArticle(`${carryOver.label}として認める`, carryOver.article) : '認めない',
    },
    { key: 'withinCost', label: '定額の確定', words: report.withinCost ? '対象経費の実績まで' : '決定額のとおり' },
    ...checklist.map(({ id, text, article }) => ({
      key: `check.${id}`,
      label: '検査の確認項目',
      words: withArticle(text, article),
    })),
    { key: 'articles', label: '条文', words: `実績報告：${articles.report}、額の確定：${articles.determination}` },
    { key: 'formLabel', label: '額の確定通知書', words: formLabel ?? '様式番号なし' },
  ];
}

function dueInWords({ due: { days, latest, discontinuedDays, article } }: ReportForm): string {
  const end = `事業が終わった日の翌日から${groupDigits(days)}日まで`;
  const day = latest ? `、または翌年度の${String(latest.month)}月${String(latest.day)}日の早い日` : '';
  return withArticle(`${end}${day}。中止・廃止のときは${groupDigits(discontinuedDays)}日まで`, article);
}

const withArticle = (words: string, article: string): string => (article === '' ? words : `${words}（${article}）`);
